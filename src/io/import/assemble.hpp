// Puts what readers have found into a builder, document after document.
#pragma once

#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>

#include <cstdint>
#include <string>
#include <vector>

#include "acquis/corpus/builder.hpp"
#include "acquis/io/import.hpp"
#include "io/import/act.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

class Assembler {
 public:
  Assembler(CorpusBuilder& builder, Diagnostics& problems, ImportCount& count)
      : builder_(builder), problems_(problems), count_(count) {}

  void add(Act& act);

 private:
  struct Known {
    DraftId node{};
    bool has_preamble = false;
    std::uint8_t languages = 0;
    Date version{};
  };
  void add_work(const Act& act);
  void add_missing(const Act& act, Known& known);
  void add_place(const Act& act, std::uint32_t place);
  void add_edges(const Act& act, bool preamble_only);
  void add_sources(const Act& act);
  bool add_headings(const Act& act, Known& known);
  void leave_out(const Act& act, std::string message);

  CorpusBuilder& builder_;
  Diagnostics& problems_;
  ImportCount& count_;
  absl::flat_hash_map<std::string, Known> works_;
  absl::flat_hash_set<std::string> source_ids_;
  std::vector<std::string> sources_;  // of the files of the act
  std::vector<DraftId> drafts_;       // of its places
  std::string last_work_;             // whose places are known by key
  absl::flat_hash_map<std::string, DraftId> last_places_;
  std::vector<std::string> keys_;  // of the places of the act
};

// Key of each place without the work.
std::vector<std::string> keys_of(const Act& act);

}  // namespace detail
}  // namespace v0
}  // namespace acquis
