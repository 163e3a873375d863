// Writes chains link by link, in one language.
#pragma once

#include <string>
#include <string_view>

#include "acquis/citation/language.hpp"
#include "acquis/query/ask.hpp"
#include "report/phrases.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

class ChainWriter {
 public:
  ChainWriter(const Corpus& law, const Policy& policy, Language language)
      : law_(law), graph_(law.graph()), policy_(policy), language_(language) {}

  std::string take() { return std::move(out_); }

  void say(std::string_view text) { out_.append(text); }
  void say(Phrase what) { out_.append(words(what)); }
  void line(std::string_view text) { out_.append(text).append("\n"); }
  void line(Phrase what) { line(words(what)); }

  std::string_view words(Phrase what) const { return phrase(what, language_); }
  // "Asylum Procedure Regulation (32024R1348)": a label alone would not identify.
  std::string name(NodeId n) const;
  Language language() const noexcept { return language_; }

  void headline(const Chain& chain);
  // "A / does not rest on B", with the days of what does not exist then; none: not in the corpus.
  void negative(NodeId from, NodeId to);
  // What the wider policy admits that the one asked for does not.
  void widening(const Policy& wider);
  void links(const Chain& chain);
  void fit(const Chain& chain);
  // One link on a line of its own, without its source.
  void short_link(EdgeId e);
  // " [since 2016-04-12, until 2026-06-11]"
  std::string span(const Interval& days) const;

 private:
  void step(NodeId at, NodeId next);
  void link(EdgeId e);
  std::string status(NodeId n) const;

  const Corpus& law_;
  const Graph& graph_;
  Policy policy_;
  Language language_;
  std::string out_;
};

}  // namespace detail
}  // namespace v0
}  // namespace acquis
