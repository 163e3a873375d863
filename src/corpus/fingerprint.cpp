#include "acquis/corpus/fingerprint.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace acquis {
inline namespace v0 {
namespace {

class Hash {
 public:
  // A text and where it ends, so that "a" "bc" is not "ab" "c".
  void add(std::string_view text) {
    for (const char c : text) add_byte(static_cast<unsigned char>(c));
    add_byte(0);
  }
  void add(Date day) {
    const auto iso = day.iso();
    add(std::string_view(iso.data(), iso.size()));
  }
  std::string hex() const {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (int shift = 60; shift >= 0; shift -= 4) out += digits[(value_ >> shift) & 15u];
    return out;
  }

 private:
  void add_byte(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001b3u; }
  std::uint64_t value_ = 0xcbf29ce484222325u;
};

void add_instrument(Hash& hash, const InstrumentFacts& facts) {
  hash.add(to_text(facts.type));
  hash.add(facts.celex);
  hash.add(facts.eli);
  for (const Date day : {facts.life.proposed, facts.life.document, facts.life.in_force,
                         facts.life.applicable, facts.life.end})
    hash.add(day);
  hash.add(facts.life.repealed ? "repealed" : "");
}

}  // namespace

std::string fingerprint(const Corpus& law, NodeId node) {
  Hash hash;
  for (const NodeId n : law.graph().subtree(node)) {
    hash.add(law.key(n));
    hash.add(to_text(law.kind(n)));
    for (const Language language : languages) hash.add(law.label(n, language));
    hash.add(law.validity(n).from);
    hash.add(law.validity(n).to);
    if (law.fingerprint(n) != 0) hash.add(std::to_string(law.fingerprint(n)));  // of its words
    if (const InstrumentFacts* facts = law.instrument(n)) add_instrument(hash, *facts);
  }
  return hash.hex();
}

bool is_suspect(const Corpus& law, EdgeId edge) {
  const std::string_view reviewed = law.statement(edge).fingerprint;
  return !reviewed.empty() && reviewed != fingerprint(law, law.graph().target(edge));
}

}  // namespace v0
}  // namespace acquis
