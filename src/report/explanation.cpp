// Explanations as text: one chain, several, none.
#include "acquis/report/text.hpp"
#include "report/chain_writer.hpp"

namespace acquis {
inline namespace v0 {
namespace {

using detail::ChainWriter;

void write_passages(ChainWriter& writer, const Passages& passages, NodeId to) {
  writer.line(passages.links.empty() ? Phrase::no_single_link : Phrase::single_links);
  for (const EdgeId e : passages.links) writer.short_link(e);
  std::string places;
  for (const NodeId n : passages.places)
    if (n != to) places += "  " + writer.name(n) + "\n";
  if (places.empty()) return;
  writer.line(Phrase::single_places);
  writer.say(places);
}

void write_miss(ChainWriter& writer, const Corpus& law, const NearMiss& miss) {
  writer.widening(miss.wider);
  writer.links(miss.chain);
  const Interval days = days_of(law.graph(), miss.chain);
  if (days.unbounded()) return;
  if (days.empty())
    writer.line("     (" + std::string(writer.words(Phrase::never_together)) + ")");
  else
    writer.line("     (" + std::string(writer.words(Phrase::holds)) + writer.span(days) + ")");
}

}  // namespace

std::string to_text(const Explanation& explanation, Language language) {
  if (explanation.law == nullptr) return {};
  ChainWriter writer(*explanation.law, explanation.policy, language);
  if (explanation.chain) {
    writer.headline(*explanation.chain);
    writer.links(*explanation.chain);
    writer.fit(*explanation.chain);
    return writer.take();
  }
  writer.negative(explanation.from, explanation.to);
  if (!explanation.miss) {
    writer.line(Phrase::no_chain);
  } else {
    writer.widening(explanation.miss->wider);
    writer.links(explanation.miss->chain);
  }
  return writer.take();
}

std::string to_text(const Reasons& reasons, Language language) {
  if (reasons.law == nullptr) return {};
  ChainWriter writer(*reasons.law, reasons.policy, language);
  const auto& chains = reasons.chains.chains;
  if (chains.empty()) {
    writer.negative(reasons.from, reasons.to);
    return writer.take();
  }
  for (std::size_t i = 0; i < chains.size(); ++i) {
    writer.say(std::to_string(i + 1) + ". ");
    writer.headline(chains[i]);
    writer.links(chains[i]);
    writer.fit(chains[i]);
  }
  if (!reasons.chains.complete) writer.line(Phrase::more_chains);
  write_passages(writer, reasons.passages, reasons.to);
  return writer.take();
}

std::string to_text(const WhyNot& why_not, Language language) {
  if (why_not.law == nullptr) return {};
  ChainWriter writer(*why_not.law, why_not.policy, language);
  if (why_not.rests) {
    writer.line(writer.name(why_not.from));
    writer.line(std::string(writer.words(Phrase::rests_on)) + " " + writer.name(why_not.to));
    return writer.take();
  }
  writer.negative(why_not.from, why_not.to);
  for (const NearMiss& miss : why_not.misses) write_miss(writer, *why_not.law, miss);
  if (why_not.misses.empty()) writer.line(Phrase::no_chain);
  if (why_not.nearest)
    writer.line(std::string(writer.words(Phrase::nearest)) + " " +
                writer.name(why_not.nearest->reached) + "; " +
                std::string(writer.words(Phrase::same_whole)) + " " +
                writer.name(why_not.nearest->whole));
  return writer.take();
}

}  // namespace v0
}  // namespace acquis
