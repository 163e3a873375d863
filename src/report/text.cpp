#include "acquis/report/text.hpp"

#include <algorithm>

#include "acquis/citation/write.hpp"
#include "report/phrases.hpp"

namespace acquis {
inline namespace v0 {
namespace {

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string first_label(const Corpus& law, NodeId node) {
  for (const Language language : languages)
    if (const auto label = law.label(node, language); !label.empty()) return std::string(label);
  return {};
}

// "Asylum Procedure Regulation (32024R1348)": a label alone would not identify.
std::string title_and_key(const Corpus& law, NodeId node, Language language) {
  std::string text = title(law, node, language);
  const std::string key = law.key(node);
  return text == key ? text : text + " (" + key + ")";
}

class Writer {
 public:
  Writer(const Explanation& explanation, Language language)
      : law_(*explanation.law),
        graph_(law_.graph()),
        language_(language),
        explanation_(explanation) {}

  std::string run() {
    if (explanation_.chain) {
      headline(*explanation_.chain, Phrase::rests_on);
      links(*explanation_.chain);
      fit(*explanation_.chain);
      return std::move(out_);
    }
    no_chain();
    if (explanation_.miss) links(explanation_.miss->chain);
    return std::move(out_);
  }

 private:
  void say(std::string_view text) { out_.append(text); }
  std::string_view words(Phrase what) const { return phrase(what, language_); }
  std::string name(NodeId n) const { return title_and_key(law_, n, language_); }

  void headline(const Chain& chain, Phrase verb) {
    say(name(chain.from) + span(graph_.existence(chain.from)));
    say("\n" + std::string(words(verb)) + " " + name(chain.to) + "; ");
    say(std::string(words(Phrase::strength)) + ": ");
    say(std::string(phrase(chain.strength, language_)) + "\n");
  }

  void no_chain() {
    const auto shown = [&](NodeId n) {
      if (n == none<NodeId>) return std::string(words(Phrase::not_in_corpus));
      const bool then = admits(graph_, explanation_.policy, n);
      return name(n) + (then ? std::string() : span(graph_.existence(n)));
    };
    say(shown(explanation_.from) + "\n" + std::string(words(Phrase::does_not_rest_on)) + " " +
        shown(explanation_.to) + "\n");
    if (!explanation_.miss) {
      say(std::string(words(Phrase::no_chain)) + "\n");
      return;
    }
    const Policy& asked = explanation_.policy;
    const Policy& wider = explanation_.miss->wider;
    if (wider.least != asked.least)
      say(std::string(words(Phrase::weaker_evidence)) + " " +
          std::string(phrase(wider.least, language_)) + "\n");
    if (wider.exact != asked.exact) say(std::string(words(Phrase::broad_answer)) + "\n");
    if (wider.as_of != asked.as_of)
      say(std::string(words(Phrase::other_day)) + " " + to_text(asked.as_of) + "\n");
  }

  void links(const Chain& chain) {
    NodeId at = chain.from;
    for (const EdgeId e : chain.links) {
      step(at, graph_.source(e));
      link(e);
      at = graph_.target(e);
    }
  }

  // From where the last link ended to where the next begins, by containment.
  void step(NodeId at, NodeId next) {
    if (at == next) return;
    const Phrase how = graph_.encloses(at, next) ? Phrase::contains : Phrase::part_of;
    say("     " + std::string(words(how)) + " " + name(next) + status(next) + "\n");
  }

  void link(EdgeId e) {
    const NodeId target = graph_.target(e);
    say("  -> " + std::string(phrase(graph_.kind(e), language_)) + " " + name(target) +
        status(target) + "\n");
    say("     [" + std::string(phrase(graph_.evidence(e), language_)));
    if (!admits(graph_, explanation_.policy, e))
      say(", " + std::string(words(Phrase::not_admitted)));
    say("]" + span(graph_.validity(e)));
    if (const std::string source = source_line(law_, e); !source.empty()) say(" " + source);
    say("\n");
  }

  // On a day, the status of an instrument is part of the answer; without one, its dates are.
  std::string status(NodeId n) const {
    const InstrumentFacts* facts = law_.instrument(n);
    if (facts == nullptr) return {};
    const Date day = explanation_.policy.as_of;
    if (!day) return span({facts->life.in_force, facts->life.end});
    const auto found = status_at(facts->life, day);
    return found ? " [" + std::string(phrase(*found, language_)) + ", " + to_text(day) + "]" : "";
  }

  // " [since 2016-04-12, until 2026-06-11]"
  std::string span(const Interval& days) const {
    std::string out;
    const auto add = [&](Phrase what, Date day) {
      if (!day) return;
      out += (out.empty() ? " [" : ", ") + std::string(words(what)) + " " + to_text(day);
    };
    add(Phrase::since, days.from);
    add(Phrase::until, days.to);
    return out.empty() ? out : out + "]";
  }

  void fit(const Chain& chain) {
    if (chain.fit == Fit::exact) return;
    say("     (" +
        std::string(words(chain.fit == Fit::part ? Phrase::ends_inside : Phrase::ends_broad)) +
        ")\n");
  }

  const Corpus& law_;
  const Graph& graph_;
  Language language_;
  const Explanation& explanation_;
  std::string out_;
};

}  // namespace

std::string title(const Corpus& law, NodeId node, Language language) {
  if (const auto label = law.label(node, language);
      !label.empty() && law.kind(node) != NodeKind::provision)
    return std::string(label);
  if (const auto citation = law.citation(node)) {
    std::string text = to_text(*citation, language);
    if (law.kind(node) == NodeKind::provision && !text.empty()) return text;
    const std::string label = first_label(law, node);
    return label.empty() ? (text.empty() ? law.key(node) : text) : label;
  }
  const std::string label = first_label(law, node);
  return label.empty() ? law.key(node) : label;
}

std::string source_line(const Corpus& law, EdgeId edge) {
  const EdgeFacts facts = law.statement(edge);
  std::string out;
  const auto add = [&](std::string_view text) {
    if (text.empty()) return;
    if (!out.empty()) out += ", ";
    out += text;
  };
  for (const SourceFacts& source : law.sources(law.part(edge)))
    if (source.id == facts.source) add(source.title.empty() ? source.id : source.title);
  add(facts.at);
  if (!facts.note.empty()) {
    if (!out.empty()) out += ": ";
    out += quoted(facts.note);
  }
  return out;
}

std::string to_text(const Explanation& explanation, Language language) {
  return explanation.law == nullptr ? std::string() : Writer(explanation, language).run();
}

std::string to_text(Date date) {
  if (!date) return {};
  const auto iso = date.iso();
  return {iso.data(), iso.size()};
}

namespace {

// Of the first `bytes` of a UTF-8 text, in characters.
std::size_t width_of(std::string_view text, std::size_t bytes) {
  const std::string_view head = text.substr(0, bytes);
  return static_cast<std::size_t>(std::count_if(head.begin(), head.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
  }));
}

}  // namespace

std::string to_text(const Diagnostic& diagnostic) {
  constexpr std::string_view severities[]{"note", "warning", "error"};
  std::string out;
  if (!diagnostic.file.empty()) out += diagnostic.file + ":";
  if (diagnostic.line != 0)
    out += std::to_string(diagnostic.line) + ":" + std::to_string(diagnostic.column) + ":";
  if (!out.empty()) out += " ";
  out += std::string(severities[static_cast<std::size_t>(diagnostic.severity)]) + " " +
         diagnostic.code + ": " + diagnostic.message + "\n";
  if (!diagnostic.excerpt.empty()) {
    out += "    " + diagnostic.excerpt + "\n";
    if (diagnostic.column != 0 && diagnostic.column <= diagnostic.excerpt.size() + 1)
      out += "    " + std::string(width_of(diagnostic.excerpt, diagnostic.column - 1), ' ') + "^\n";
  }
  if (!diagnostic.hint.empty()) out += "    " + diagnostic.hint + "\n";
  return out;
}

}  // namespace v0
}  // namespace acquis
