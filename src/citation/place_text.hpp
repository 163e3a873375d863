// Writes the inside of a work: "Article 77(2), points (b) and (e)". Private to the writer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "acquis/citation/citation.hpp"
#include "acquis/citation/language.hpp"
#include "acquis/citation/write.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

// Places of one work that differ in their last value alone.
struct Cluster {
  std::string_view work;
  std::vector<Segment> path;  // the last one carries the first value
  std::vector<std::string_view> values;
  std::vector<bool> opens;  // values that open a range to the next one; empty: none does
};

struct Form {
  Language language = Language::en;
  Style style = Style::short_form;
};

// A text, and whether it holds, and whether it ends in, a part set off by a comma
// ("Article 77(2), point (b)"): then the next "and", and what follows, are set off too.
struct Placed {
  std::string text;
  bool parted = false;
  bool open = false;
};

// The path from step `from` on, without its work.
Placed place_text(const Form& form, const Cluster& cluster, std::size_t from = 0);

// "a, b and c" in the form's language; with `commas`, a comma before "and" too.
std::string join_text(Language language, const std::vector<std::string>& items,
                      bool commas = false);

}  // namespace detail
}  // namespace v0
}  // namespace acquis
