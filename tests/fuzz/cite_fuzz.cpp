// Any text, read in any place of the law, as two paragraphs of one document: offsets lie inside the
// text, between characters, and references come in order; a target is a key that reads back.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "acquis/citation/extract.hpp"

namespace {

using acquis::Citation;
using acquis::Extraction;
using acquis::Language;
using acquis::Reference;

void require(bool holds) {
  if (!holds) std::abort();
}

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u; }

// The bytes of the character that its first byte announces.
std::size_t width(char c) {
  const auto lead = static_cast<unsigned char>(c);
  return lead >= 0xF0u ? 4 : lead >= 0xE0u ? 3 : lead >= 0xC2u ? 2 : 1;
}

// Whether no whole character lies across that place. Bytes that are no UTF-8 are no characters.
bool is_between(std::string_view text, std::size_t at) {
  std::size_t first = at;
  while (first > 0 && first < text.size() && at - first < 3 && continues(text[first])) --first;
  if (first == at || continues(text[first])) return true;
  std::size_t end = first + 1;
  while (end < text.size() && end - first < width(text[first]) && continues(text[end])) ++end;
  return end - first < width(text[first]) || end <= at;
}

void check_span(std::string_view text, std::size_t begin, std::size_t end) {
  require(begin < end && end <= text.size());
  require(is_between(text, begin) && is_between(text, end));
}

void check_key(const Citation& place) {
  if (place) require(Citation::from_key(place.key()) == place);
}

void check(std::string_view text, const Extraction& found, std::size_t from) {
  std::uint32_t before = 0;
  for (std::size_t i = from; i < found.references.size(); ++i) {
    const Reference& r = found.references[i];
    check_span(text, r.begin, r.end);
    check_span(text, r.phrase_begin, r.phrase_end);
    require(r.phrase_begin >= before);
    before = r.phrase_begin;
    require(r.first_candidate + r.candidate_count <= found.candidates.size());
    check_key(r.target);
    check_key(r.last);
    require(!r.last || r.target);
  }
}

std::string_view take(std::string_view& rest, std::string_view end) {
  const std::size_t size = rest.find(end);
  const std::string_view part = rest.substr(0, size);
  rest.remove_prefix(size == std::string_view::npos ? rest.size() : size + end.size());
  return part;
}

}  // namespace

// The input is a byte for language and date, a line with the key of the place, and two paragraphs
// with a line feed between.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  const auto choice = static_cast<unsigned char>(rest[0]);
  rest.remove_prefix(1);
  acquis::CiteContext context;
  context.language = acquis::languages[choice % 4u];
  if ((choice & 4u) != 0) context.date = acquis::Date::from_ymd(1990 + (choice >> 3u), 6, 15);
  context.place = Citation::from_key(take(rest, "\n")).value_or(Citation());
  acquis::ReadingState state;
  Extraction found;
  const std::string_view first = take(rest, "\n");
  extract_citations(first, context, state, found);
  check(first, found, 0);
  const std::size_t count = found.references.size();
  extract_citations(rest, context, state, found);
  check(rest, found, count);
  return 0;
}
