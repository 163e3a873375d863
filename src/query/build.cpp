#include "acquis/query/build.hpp"

#include <iterator>
#include <utility>

#include "query/functions.hpp"
#include "query/lexer.hpp"

namespace acquis {
inline namespace v0 {
namespace build {
namespace {

Term name_term(std::string_view text) {
  return {detail::is_word(text) ? Term::Kind::word : Term::Kind::quoted, 0, std::string(text), {}};
}

std::string day_text(Date day) {
  const auto iso = day.iso();
  return day ? std::string(iso.data(), iso.size()) : std::string("*");
}

std::string kinds_text(EdgeKindSet kinds) {
  std::string out;
  for (std::size_t i = 0; i < edge_kind_count; ++i) {
    if (!kinds.contains(static_cast<EdgeKind>(i))) continue;
    out += (out.empty() ? "" : "|") + std::string(edge_kind_names[i]);
  }
  return out;
}

}  // namespace

// Puts terms together in the order of the parser: arguments from left to right, then what they are
// arguments of.
class Maker {
 public:
  Maker() = default;
  explicit Maker(std::string_view function) : kind_(Term::Kind::call), text_(function) {}
  Maker(Term::Kind kind, std::string_view text) : kind_(kind), text_(text) {}

  Maker& add(const Set& argument) {
    const auto shift = static_cast<TermId>(out_.terms_.size());
    for (Term term : argument.terms_) {
      for (TermId& arg : term.args) arg += shift;
      out_.terms_.push_back(std::move(term));
    }
    return added();
  }
  Maker& add_word(std::string_view word) {
    out_.terms_.push_back(name_term(word));
    return added();
  }
  Set done() {
    out_.terms_.push_back({kind_, 0, std::move(text_), std::move(args_)});
    return std::move(out_);
  }

 private:
  Maker& added() {
    args_.push_back(static_cast<TermId>(out_.terms_.size() - 1));
    return *this;
  }

  Term::Kind kind_{};
  std::string text_;
  std::vector<TermId> args_;
  Set out_;
};

namespace {

Set call(std::string_view function, const Set& e) { return Maker(function).add(e).done(); }
Set call(std::string_view function, const Set& a, const Set& b) {
  return Maker(function).add(a).add(b).done();
}
Set with_word(std::string_view function, std::string_view word, const Set& e) {
  return Maker(function).add_word(word).add(e).done();
}
Set property(std::string_view function, std::string_view word) {
  return Maker(function).add_word(word).done();
}
Set joined(Term::Kind kind, const Set& a, const Set& b) {
  return Maker(kind, {}).add(a).add(b).done();
}

}  // namespace

Set::Set(std::string_view name) : terms_{name_term(name)} {}
Set::Set(const char* name) : Set(std::string_view(name)) {}
Set::Set(const std::string& name) : Set(std::string_view(name)) {}
Set::Set(const Citation& place) : Set(place.key()) {}

Set::operator Query() const& { return {terms_, static_cast<TermId>(terms_.size() - 1)}; }
Set::operator Query() && noexcept {
  const auto root = static_cast<TermId>(terms_.size() - 1);
  return {std::move(terms_), root};
}

Set operator|(const Set& a, const Set& b) { return joined(Term::Kind::unite, a, b); }
Set operator&(const Set& a, const Set& b) { return joined(Term::Kind::intersect, a, b); }
Set operator-(const Set& a, const Set& b) { return joined(Term::Kind::subtract, a, b); }

Set all() { return Maker("all").done(); }
Set kind(NodeKind kind, const Set& e) { return with_word("kind", to_text(kind), e); }
Set kind(InstrumentType type, const Set& e) { return with_word("kind", to_text(type), e); }
Set kind(Level level, const Set& e) {
  return with_word("kind", detail::level_names()[static_cast<std::size_t>(level)], e);
}
Set parts(const Set& e) { return call("parts", e); }
Set wholes(const Set& e) { return call("wholes", e); }
Set rests_on(const Set& e) { return call("rests_on", e); }
Set basis_of(const Set& e) { return call("basis_of", e); }
Set in(EdgeKindSet kinds, const Set& e) { return with_word("in", kinds_text(kinds), e); }
Set out(EdgeKindSet kinds, const Set& e) { return with_word("out", kinds_text(kinds), e); }
Set path(std::string_view expression, const Set& e) { return with_word("path", expression, e); }
Set cites(const Set& e) { return call("cites", e); }
Set cited_by(const Set& e) { return call("cited_by", e); }
Set held_by(std::string_view actor) { return property("held_by", actor); }
Set theme(std::string_view theme) { return property("theme", theme); }
Set status(Status status) { return property("status", to_text(status)); }
Set label(std::string_view pattern) { return property("label", pattern); }
Set dated(Date from, Date to) {
  return Maker("dated").add_word(day_text(from)).add_word(day_text(to)).done();
}
Set stated(const Set& e) { return call("stated", e); }
Set derived(const Set& e) { return call("derived", e); }
Set editorial(const Set& e) { return call("editorial", e); }
Set exact(const Set& e) { return call("exact", e); }
Set as_of(Date day, const Set& e) { return with_word("as_of", day_text(day), e); }
Set orphans(const Set& e) { return call("orphans", e); }
Set uncovered(const Set& e) { return call("uncovered", e); }
Set somepath(const Set& a, const Set& b) { return call("somepath", a, b); }
Set allpaths(const Set& a, const Set& b) { return call("allpaths", a, b); }

Set let(std::string_view name, const Set& value, const Set& body) {
  return Maker(Term::Kind::let, name).add(value).add(body).done();
}

Set sort(SortKey key, const Set& e) {
  constexpr std::string_view names[]{"key", "label", "date", "kind"};
  return with_word("sort", names[static_cast<std::size_t>(key)], e);
}
Set limit(std::uint32_t n, const Set& e) { return with_word("limit", std::to_string(n), e); }
Set count(const Set& e) { return call("count", e); }
Set chain(const Set& from, const Set& to) { return joined(Term::Kind::arrow, from, to); }

}  // namespace build
}  // namespace v0
}  // namespace acquis
