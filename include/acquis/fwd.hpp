// Names without their definitions, for headers that only pass things on.
//
//   #include <acquis/fwd.hpp>
//   void show(const acquis::Corpus& law, acquis::NodeId node);
#pragma once

#include <cstdint>

#include "acquis/config.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

enum class NodeId : std::uint32_t;
enum class EdgeId : std::uint32_t;

class Date;
struct Interval;
struct Diagnostic;

enum class Language : std::uint8_t;
enum class Level : std::uint8_t;
struct Segment;
class Citation;

enum class NodeKind : std::uint8_t;
enum class InstrumentType : std::uint8_t;
enum class EdgeKind : std::uint8_t;
enum class Role : std::uint8_t;
enum class Evidence : std::uint8_t;
enum class Status : std::uint8_t;
struct Life;

class Graph;
class Scratch;
struct Policy;
struct Chain;

class Corpus;
class CorpusBuilder;

class NodeSet;
struct Explanation;
struct Query;
struct Answer;

}  // namespace v0
}  // namespace acquis
