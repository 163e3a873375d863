#include "report/chain_writer.hpp"

#include "acquis/report/text.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

std::string ChainWriter::name(NodeId n) const {
  std::string text = title(law_, n, language_);
  const std::string key = law_.key(n);
  return text == key ? text : text + " (" + key + ")";
}

void ChainWriter::headline(const Chain& chain) {
  line(name(chain.from) + span(graph_.existence(chain.from)));
  say(std::string(words(Phrase::rests_on)) + " " + name(chain.to) + "; ");
  say(std::string(words(Phrase::strength)) + ": ");
  line(phrase(chain.strength, language_));
}

void ChainWriter::negative(NodeId from, NodeId to) {
  const auto shown = [&](NodeId n) {
    if (n == none<NodeId>) return std::string(words(Phrase::not_in_corpus));
    const bool then = admits(graph_, policy_, n);
    return name(n) + (then ? std::string() : span(graph_.existence(n)));
  };
  line(shown(from));
  line(std::string(words(Phrase::does_not_rest_on)) + " " + shown(to));
}

void ChainWriter::widening(const Policy& wider) {
  if (wider.least != policy_.least)
    line(std::string(words(Phrase::weaker_evidence)) + " " +
         std::string(phrase(wider.least, language_)));
  if (wider.exact != policy_.exact) line(Phrase::broad_answer);
  if (wider.as_of != policy_.as_of)
    line(std::string(words(Phrase::other_day)) + " " + to_text(policy_.as_of));
  std::string kinds;
  for (std::size_t i = 0; i < edge_kind_count; ++i) {
    const auto kind = static_cast<EdgeKind>(i);
    if (wider.kinds.contains(kind) && !policy_.kinds.contains(kind))
      kinds.append(kinds.empty() ? " " : ", ").append(to_text(kind));
  }
  if (!kinds.empty()) line(std::string(words(Phrase::more_kinds)) + kinds);
}

void ChainWriter::links(const Chain& chain) {
  NodeId at = chain.from;
  for (const EdgeId e : chain.links) {
    step(at, graph_.source(e));
    link(e);
    at = graph_.target(e);
  }
}

// From where the last link ended to where the next begins, by containment.
void ChainWriter::step(NodeId at, NodeId next) {
  if (at == next) return;
  const Phrase how = graph_.encloses(at, next) ? Phrase::contains : Phrase::part_of;
  line("     " + std::string(words(how)) + " " + name(next) + status(next));
}

void ChainWriter::link(EdgeId e) {
  const NodeId target = graph_.target(e);
  line("  -> " + std::string(phrase(graph_.kind(e), language_)) + " " + name(target) +
       status(target));
  say("     [" + std::string(phrase(graph_.evidence(e), language_)));
  if (!admits(graph_, policy_, e)) say(", " + std::string(words(Phrase::not_admitted)));
  say("]" + span(graph_.validity(e)));
  if (const std::string source = source_line(law_, e); !source.empty()) say(" " + source);
  say("\n");
}

void ChainWriter::short_link(EdgeId e) {
  line("  " + name(graph_.source(e)) + " " + std::string(phrase(graph_.kind(e), language_)) + " " +
       name(graph_.target(e)));
}

// On a day, the status of an instrument is part of the answer; without one, its dates are.
std::string ChainWriter::status(NodeId n) const {
  const InstrumentFacts* facts = law_.instrument(n);
  if (facts == nullptr) return {};
  const Date day = policy_.as_of;
  if (!day) return span({facts->life.in_force, facts->life.end});
  const auto found = status_at(facts->life, day);
  return found ? " [" + std::string(phrase(*found, language_)) + ", " + to_text(day) + "]" : "";
}

std::string ChainWriter::span(const Interval& days) const {
  std::string out;
  const auto add = [&](Phrase what, Date day) {
    if (!day) return;
    out += (out.empty() ? " [" : ", ") + std::string(words(what)) + " " + to_text(day);
  };
  add(Phrase::since, days.from);
  add(Phrase::until, days.to);
  return out.empty() ? out : out + "]";
}

void ChainWriter::fit(const Chain& chain) {
  if (chain.fit == Fit::exact) return;
  const Phrase how = chain.fit == Fit::part ? Phrase::ends_inside : Phrase::ends_broad;
  line("     (" + std::string(words(how)) + ")");
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
