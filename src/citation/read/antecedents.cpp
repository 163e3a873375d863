#include <algorithm>

#include "citation/read/extractor.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

// How far back a pronoun looks: so that a text of pronouns alone stays linear.
constexpr std::size_t farthest = 48;
constexpr std::size_t kept = 256;

void add_new(std::vector<Citation>& out, const Citation& target) {
  if (std::find(out.begin(), out.end(), target) == out.end()) out.push_back(target);
}

Citation work_of(const Citation& target) {
  if (!target) return {};
  const Citation protocol = target.up_to(Level::protocol);
  return protocol ? protocol : target.whole();
}

}  // namespace

void Antecedents::add(const Citation& target, char type, std::size_t at, bool embedded,
                      std::size_t unsaid) {
  auto& mentions = state_.mentions;
  if (mentions.size() >= 2 * kept)
    mentions.erase(mentions.begin(), mentions.end() - static_cast<std::ptrdiff_t>(kept));
  mentions.push_back(
      {target, type, embedded, at, state_.paragraph, static_cast<std::uint8_t>(unsaid)});
}

bool Antecedents::one_sentence(const ReadingState::Antecedent& a,
                               const ReadingState::Antecedent& b) const {
  if (a.paragraph != b.paragraph) return false;
  return a.paragraph != state_.paragraph || sentence_of(a.at) == sentence_of(b.at);
}

// Sentences are counted where a pronoun asks for them; each byte is looked at once.
std::size_t Antecedents::sentence_of(std::size_t at) const {
  for (const std::size_t end = std::min(at, text_.size()); counted_ < end; ++counted_) {
    const char c = text_[counted_];
    if ((c == '.' || c == ';' || c == ':') && ends_sentence(counted_)) ends_.push_back(counted_);
  }
  return static_cast<std::size_t>(std::lower_bound(ends_.begin(), ends_.end(), at) - ends_.begin());
}

// A full stop before a capital, but for those of "Art. 5" and "No. 3"; quoted text stands apart.
bool Antecedents::ends_sentence(std::size_t at) const {
  if (text_[at] == ';') return true;
  if (text_[at] == ':') {
    Cursor mark(text_, at + 1);
    mark.skip_space();
    return mark.accept_quote();
  }
  if (text_[at] != '.' || at + 2 >= text_.size() || text_[at + 1] != ' ') return false;
  const char next = text_[at + 2];
  if (next < 'A' || (next > 'Z' && static_cast<unsigned char>(next) < 0xC3)) return false;
  std::size_t letters = 0;
  while (letters < 4 && letters < at && is_letter(text_[at - 1 - letters])) ++letters;
  return letters == 0 || letters == 4;
}

std::vector<Citation> Antecedents::works(char type) const {
  std::vector<Citation> out, embedded;
  const ReadingState::Antecedent* nearest = nullptr;
  const auto& mentions = state_.mentions;
  for (std::size_t i = 0; i < farthest && i < mentions.size(); ++i) {
    const auto& mention = mentions[mentions.size() - 1 - i];
    if (mention.type == 0) continue;  // of the citing act itself
    if (type != 0 && mention.type != type) continue;
    if (nearest && !one_sentence(mention, *nearest)) break;
    if (!nearest) nearest = &mention;
    add_new(mention.embedded ? embedded : out, work_of(mention.target));
  }
  return out.empty() ? embedded : out;
}

std::vector<Citation> Antecedents::places(Level level) const {
  std::vector<Citation> out;
  const ReadingState::Antecedent* nearest = nullptr;
  const auto& mentions = state_.mentions;
  for (std::size_t i = 0; i < farthest && i < mentions.size(); ++i) {
    const auto& mention = mentions[mentions.size() - 1 - i];
    if (!mention.target) continue;
    const Citation place = mention.target.up_to(level);
    if (!place || place.key().size() <= mention.unsaid) continue;
    if (nearest && !one_sentence(mention, *nearest)) break;
    if (!nearest) nearest = &mention;
    add_new(out, place);
  }
  return out;
}

const ReadingState::Antecedent* Antecedents::last_act() const noexcept {
  for (std::size_t i = state_.mentions.size(); i-- > 0;)
    if (state_.mentions[i].type != 0 && state_.mentions[i].paragraph == state_.paragraph)
      return &state_.mentions[i];
  return nullptr;
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
