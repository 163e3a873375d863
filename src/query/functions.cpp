#include "query/functions.hpp"

#include <algorithm>
#include <vector>

#include "acquis/citation/citation.hpp"
#include "acquis/id/date.hpp"
#include "acquis/model/status.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

using P = Param;
using F = Function;

constexpr std::array table{
    Signature{"all", F::all, {P::none, P::none}},
    Signature{"kind", F::kind, {P::node_class, P::set}},
    Signature{"parts", F::parts, {P::set, P::none}},
    Signature{"wholes", F::wholes, {P::set, P::none}},
    Signature{"rests_on", F::rests_on, {P::set, P::none}},
    Signature{"basis_of", F::basis_of, {P::set, P::none}},
    Signature{"in", F::in, {P::edge_kinds, P::set}},
    Signature{"out", F::out, {P::edge_kinds, P::set}},
    Signature{"cites", F::cites, {P::set, P::none}},
    Signature{"cited_by", F::cited_by, {P::set, P::none}},
    Signature{"held_by", F::held_by, {P::actor, P::none}},
    Signature{"theme", F::theme, {P::theme, P::none}},
    Signature{"status", F::status, {P::status, P::none}},
    Signature{"label", F::label, {P::pattern, P::none}},
    Signature{"dated", F::dated, {P::open_date, P::open_date}},
    Signature{"stated", F::stated, {P::set, P::none}},
    Signature{"derived", F::derived, {P::set, P::none}},
    Signature{"editorial", F::editorial, {P::set, P::none}},
    Signature{"as_of", F::as_of, {P::date, P::set}},
    Signature{"exact", F::exact, {P::set, P::none}},
    Signature{"orphans", F::orphans, {P::set, P::none}},
    Signature{"uncovered", F::uncovered, {P::set, P::none}},
    Signature{"path", F::path, {P::path, P::set}},
    Signature{"somepath", F::somepath, {P::set, P::set}},
    Signature{"allpaths", F::allpaths, {P::set, P::set}},
    Signature{"sort", F::sort, {P::sort_key, P::set}, true},
    Signature{"limit", F::limit, {P::number, P::set}, true},
    Signature{"count", F::count, {P::set, P::none}, true},
};

constexpr std::array<std::string_view, level_count> levels{
    "part",         "title", "chapter", "section",  "subsection", "protocol",
    "declaration",  "annex", "recital", "citation", "article",    "paragraph",
    "subparagraph", "point", "indent",  "sentence"};

constexpr std::array<std::string_view, 4> sort_keys{"key", "label", "date", "kind"};
constexpr std::array<std::string_view, 5> roles{"support", "reference", "history", "context",
                                                "any"};

template <typename... Lists>
std::vector<std::string_view> joined(const Lists&... lists) {
  std::vector<std::string_view> out;
  (out.insert(out.end(), lists.begin(), lists.end()), ...);
  return out;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= 9 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

EdgeKindSet kinds_named(std::string_view word) noexcept {
  EdgeKindSet kinds;
  for (std::size_t i = 0; i < edge_kind_count; ++i) {
    const auto kind = static_cast<EdgeKind>(i);
    const auto role_name = roles[static_cast<std::size_t>(role(kind))];
    if (word == to_text(kind) || word == role_name || word == "any") kinds.insert(kind);
  }
  return kinds;
}

}  // namespace

std::span<const Signature> signatures() noexcept { return table; }
std::span<const std::string_view> level_names() noexcept { return levels; }

const Signature* find_signature(std::string_view name) noexcept {
  const auto at =
      std::find_if(table.begin(), table.end(), [&](const Signature& s) { return s.name == name; });
  return at == table.end() ? nullptr : &*at;
}

std::string_view describe(Param param) noexcept {
  switch (param) {
    case P::none:
      return "nothing";
    case P::set:
      return "a set";
    case P::node_class:
      return "a node kind, an instrument type or a level of provision";
    case P::edge_kinds:
      return "edge kinds";
    case P::actor:
      return "an actor";
    case P::theme:
      return "a theme";
    case P::status:
      return "a status";
    case P::date:
      return "a date (YYYY-MM-DD)";
    case P::open_date:
      return "a date (YYYY-MM-DD) or *";
    case P::number:
      return "a number";
    case P::sort_key:
      return "key, label, date or kind";
    case P::path:
      return "a path such as \"legal_basis | cites+\"";
    case P::pattern:
      return "a regular expression";
  }
  return "";
}

std::span<const std::string_view> words_of(Param param) noexcept {
  static const auto classes = joined(node_kind_names, instrument_type_names, levels);
  static const auto edges = joined(edge_kind_names, roles);
  switch (param) {
    case P::node_class:
      return classes;
    case P::edge_kinds:
      return edges;
    case P::status:
      return status_names;
    case P::sort_key:
      return sort_keys;
    default:
      return {};
  }
}

std::optional<EdgeKindSet> parse_edge_kinds(std::string_view text) noexcept {
  EdgeKindSet kinds;
  while (!text.empty()) {
    const std::size_t width = (std::min)(text.find_first_of("| ,"), text.size());
    const std::string_view word = text.substr(0, width);
    text.remove_prefix((std::min)(text.size(), width + 1));
    if (word.empty()) continue;
    const EdgeKindSet named = kinds_named(word);
    if (named.empty()) return std::nullopt;
    kinds = kinds.with(named);
  }
  return kinds.empty() ? std::nullopt : std::optional(kinds);
}

bool accepts(Param param, std::string_view word) noexcept {
  switch (param) {
    case P::date:
      return Date::parse(word).has_value();
    case P::open_date:
      return word == "*" || Date::parse(word).has_value();
    case P::number:
      return is_number(word);
    case P::edge_kinds:
      return parse_edge_kinds(word).has_value();
    case P::node_class:
    case P::status:
    case P::sort_key: {
      const auto words = words_of(param);
      return std::find(words.begin(), words.end(), word) != words.end();
    }
    default:
      return true;
  }
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
