// The languages acquis reads and writes: English and the official languages of Belgium.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "acquis/config.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

enum class Language : std::uint8_t { en, nl, fr, de };

inline constexpr std::array<Language, 4> languages{Language::en, Language::nl, Language::fr,
                                                   Language::de};

// The ISO 639-1 code.
constexpr std::string_view to_text(Language language) noexcept {
  constexpr std::array<std::string_view, 4> codes{"en", "nl", "fr", "de"};
  return codes[static_cast<std::size_t>(language)];
}

constexpr std::optional<Language> parse_language(std::string_view code) noexcept {
  for (const Language language : languages)
    if (to_text(language) == code) return language;
  return std::nullopt;
}

}  // namespace v0
}  // namespace acquis
