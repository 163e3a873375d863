#include "io/format.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "acquis/citation/citation.hpp"
#include "acquis/id/date.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

using A = AttributeRule;
using E = Element;

constexpr std::array own_names{
    std::string_view("corpus"), std::string_view("uses"),       std::string_view("source"),
    std::string_view("waive"),  std::string_view("label"),      std::string_view("actor"),
    std::string_view("theme"),  std::string_view("objective"),  std::string_view("priority"),
    std::string_view("event"),  std::string_view("instrument"), std::string_view("provision"),
    std::string_view("about")};

constexpr auto all_names = [] {
  std::array<std::string_view, own_names.size() + edge_kind_count> out{};
  std::copy(own_names.begin(), own_names.end(), out.begin());
  std::copy(edge_kind_names.begin(), edge_kind_names.end(), out.begin() + own_names.size());
  return out;
}();

constexpr std::array corpus_rules{A{"id", Value::id, true}, A{"title", Value::text},
                                  A{"licence", Value::text}};
constexpr std::array uses_rules{A{"corpus", Value::id, true}};
constexpr std::array source_rules{A{"id", Value::id, true}, A{"title", Value::text},
                                  A{"url", Value::text}, A{"date", Value::day}};
constexpr std::array waive_rules{A{"rule", Value::rule, true}, A{"reason", Value::text, true},
                                 A{"ref", Value::ref}};
constexpr std::array label_rules{A{"en", Value::text}, A{"nl", Value::text}, A{"fr", Value::text},
                                 A{"de", Value::text}};
constexpr std::array node_rules{A{"id", Value::id, true}, A{"in", Value::ref},
                                A{"source", Value::id},   A{"at", Value::text},
                                A{"from", Value::day},    A{"to", Value::day}};
constexpr std::array priority_rules{
    A{"id", Value::id, true}, A{"held_by", Value::ids}, A{"in", Value::ref}, A{"source", Value::id},
    A{"at", Value::text},     A{"from", Value::day},    A{"to", Value::day}};
constexpr std::array provision_rules{A{"id", Value::segment, true},
                                     A{"source", Value::id},
                                     A{"at", Value::text},
                                     A{"from", Value::day},
                                     A{"to", Value::day},
                                     A{"complete", Value::truth},
                                     A{"fingerprint", Value::fingerprint},
                                     A{"text", Value::text}};
constexpr std::array instrument_rules{A{"key", Value::instrument_key, true},
                                      A{"type", Value::instrument_type, true},
                                      A{"celex", Value::text},
                                      A{"eli", Value::text},
                                      A{"proposed", Value::day},
                                      A{"document", Value::day},
                                      A{"in_force", Value::day},
                                      A{"applicable", Value::day},
                                      A{"end", Value::day},
                                      A{"ended", Value::ending},
                                      A{"complete", Value::truth},
                                      A{"in", Value::ref},
                                      A{"source", Value::id},
                                      A{"at", Value::text},
                                      A{"from", Value::day},
                                      A{"to", Value::day}};
constexpr std::array about_rules{A{"ref", Value::ref, true}};
constexpr std::array edge_rules{A{"ref", Value::ref, true},
                                A{"evidence", Value::evidence, true},
                                A{"source", Value::id},
                                A{"at", Value::text},
                                A{"note", Value::text},
                                A{"from", Value::day},
                                A{"to", Value::day},
                                A{"reviewed", Value::day},
                                A{"fingerprint", Value::fingerprint}};

constexpr std::array<std::string_view, 2> truths{"true", "false"};
constexpr std::array<std::string_view, 2> endings{"repealed", "expired"};

constexpr std::size_t longest_segment = 64;
constexpr std::size_t longest_id = 100;  // its key is short enough for a reference

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view spaces = " \t\r\n";
  const std::size_t begin = (std::min)(text.find_first_not_of(spaces), text.size());
  return text.substr(begin, text.find_last_not_of(spaces) + 1 - begin);
}

bool is_id_char(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
         c == '_' || c == '-';
}
bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= longest_id &&
         std::all_of(text.begin(), text.end(), is_id_char) && text[0] != '.' && text[0] != '_' &&
         text[0] != '-';
}

bool are_ids(std::string_view text) {
  for (;;) {
    const std::size_t width = (std::min)(text.find(' '), text.size());
    if (!is_id(text.substr(0, width))) return false;
    if (width == text.size()) return true;
    text.remove_prefix(width + 1);
  }
}

// "kind:id" with one of the prefixes that `admits` accepts.
template <typename Admits>
bool is_prefixed_id(std::string_view text, Admits admits) {
  const std::size_t colon = text.find(':');
  return colon != std::string_view::npos && admits(text.substr(0, colon)) &&
         is_id(text.substr(colon + 1));
}

bool is_work(std::string_view text) { return is_treaty(text) || has_celex_shape(text); }

bool is_instrument_key(std::string_view text) {
  if (text.size() > Citation::capacity) return false;
  if (is_prefixed_id(text, [](std::string_view p) { return parse_instrument_type(p).has_value(); }))
    return true;
  const std::size_t slash = (std::min)(text.find('/'), text.size());
  if (!is_work(text.substr(0, slash))) return false;
  if (slash == text.size()) return true;
  const auto segment = Segment::parse(text.substr(slash + 1));
  return segment && segment->level == Level::protocol;
}

bool is_ref(std::string_view text) {
  const auto admits = [](std::string_view prefix) {
    const auto kind = parse_node_kind(prefix);
    return (kind && *kind <= NodeKind::event) || parse_instrument_type(prefix).has_value();
  };
  if (text.size() <= Citation::capacity && is_prefixed_id(text, admits)) return true;
  return Citation::from_key(text).has_value();
}

bool is_rule(std::string_view text) {
  constexpr std::string_view begin = "ACQ06";
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return text.size() == 7 && text.substr(0, begin.size()) == begin && is_digit(text[5]) &&
         is_digit(text[6]);
}

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& words, std::string_view text) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

}  // namespace

Element element_named(std::string_view name) noexcept {
  const auto at = std::find(own_names.begin(), own_names.end(), name);
  if (at != own_names.end()) return static_cast<Element>(at - own_names.begin());
  return parse_edge_kind(name) ? E::edge : E::unknown;
}

std::span<const std::string_view> element_names() noexcept { return all_names; }

std::span<const AttributeRule> attributes_of(Element element) noexcept {
  switch (element) {
    case E::corpus:
      return corpus_rules;
    case E::uses:
      return uses_rules;
    case E::source:
      return source_rules;
    case E::waive:
      return waive_rules;
    case E::label:
      return label_rules;
    case E::actor:
    case E::theme:
    case E::objective:
    case E::event:
      return node_rules;
    case E::priority:
      return priority_rules;
    case E::instrument:
      return instrument_rules;
    case E::provision:
      return provision_rules;
    case E::about:
      return about_rules;
    case E::edge:
      return edge_rules;
    case E::unknown:
      break;
  }
  return {};
}

bool is_node(Element e) noexcept { return e >= E::actor && e <= E::provision; }

bool is_bare(Element e) noexcept {
  return e == E::label || e == E::edge || e == E::uses || e == E::source || e == E::waive;
}

NodeKind kind_of(Element e) noexcept {
  return static_cast<NodeKind>(static_cast<int>(e) - static_cast<int>(E::actor));
}

bool may_contain(Element outer, Element inner) noexcept {
  if (outer == E::corpus)
    return inner == E::uses || inner == E::source || inner == E::waive || inner == E::about ||
           (is_node(inner) && inner != E::provision);
  if (outer == E::about) return inner == E::edge;
  if (!is_node(outer)) return false;
  if (inner == E::label || inner == E::edge) return true;
  return is_node(inner) && may_enclose(kind_of(outer), kind_of(inner));
}

int stage(Element inner) noexcept {
  if (inner == E::uses || inner == E::label) return 0;
  return inner == E::source ? 1 : inner == E::waive ? 2 : 3;
}

std::optional<Date> read_day(std::string_view text) noexcept { return Date::parse(trimmed(text)); }

std::optional<std::uint64_t> read_fingerprint(std::string_view text) noexcept {
  std::uint64_t out = 0;
  for (const char c : text) {
    const bool letter = c >= 'a' && c <= 'f';
    if (!letter && (c < '0' || c > '9')) return std::nullopt;
    out = out * 16 + static_cast<std::uint64_t>(letter ? c - 'a' + 10 : c - '0');
  }
  return text.size() == 16 && out != 0 ? std::optional(out) : std::nullopt;
}

bool is_valid(Value value, std::string_view text) noexcept {
  switch (value) {
    case Value::id:
      return is_id(text);
    case Value::ids:
      return are_ids(text);
    case Value::text:
      return !text.empty();
    case Value::day:
      return read_day(text).has_value();
    case Value::truth:
      return one_of(truths, text);
    case Value::ending:
      return one_of(endings, text);
    case Value::evidence:
      return parse_evidence(text).has_value();
    case Value::instrument_type:
      return parse_instrument_type(text).has_value();
    case Value::segment:
      return text.size() <= longest_segment && Segment::parse(text).has_value();
    case Value::fingerprint:
      return read_fingerprint(text).has_value();
    case Value::instrument_key:
      return is_instrument_key(text);
    case Value::ref:
      return is_ref(text);
    case Value::rule:
      return is_rule(text);
  }
  return false;
}

std::string_view describe(Value value) noexcept {
  switch (value) {
    case Value::id:
      return "an id (letters, digits, '.', '_', '-'; at most 100)";
    case Value::ids:
      return "ids separated by one space";
    case Value::text:
      return "a text";
    case Value::day:
      return "a date (YYYY-MM-DD)";
    case Value::truth:
      return "true or false";
    case Value::ending:
      return "repealed or expired";
    case Value::evidence:
      return "stated, derived or editorial";
    case Value::instrument_type:
      return "a type of instrument";
    case Value::segment:
      return "a step of a key, such as par_2";
    case Value::fingerprint:
      return "a fingerprint, sixteen digits 0 to 9 and a to f";
    case Value::instrument_key:
      return "a treaty name, a CELEX number or type:id";
    case Value::ref:
      return "a key, such as TFEU/art_67/par_2 or priority:id";
    case Value::rule:
      return "the code of a health rule, such as ACQ0603";
  }
  return "";
}

std::span<const std::string_view> words_of(Value value) noexcept {
  switch (value) {
    case Value::truth:
      return truths;
    case Value::ending:
      return endings;
    case Value::evidence:
      return evidence_names;
    case Value::instrument_type:
      return instrument_type_names;
    default:
      return {};
  }
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
