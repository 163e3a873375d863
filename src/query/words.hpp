// What a word of a query names in a corpus.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "acquis/citation/language.hpp"
#include "acquis/corpus/corpus.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

// Why a word names nothing.
struct Unknown {
  std::string message;
  std::string hint;
};

using Meaning = std::variant<NodeId, Unknown>;

// A key, or "kind:id".
Meaning find_word(const Corpus& law, std::string_view word);

// A human citation, a key or a label in any language. `language`: of a citation whose words do not
// show theirs.
Meaning find_quoted(const Corpus& law, std::string_view text, Language language);

// An id or key of a node of one kind: "BE" or "actor:BE" with prefix "actor".
Meaning find_of_kind(const Corpus& law, std::string_view word, NodeKind kind);

}  // namespace detail
}  // namespace v0
}  // namespace acquis
