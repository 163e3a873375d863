#include "io/well_formed.hpp"

#include <absl/strings/str_format.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

enum Class : std::uint8_t { plain = 1, space = 2, name_start = 4, name_part = 8 };

constexpr std::array<std::uint8_t, 256> classes = [] {
  std::array<std::uint8_t, 256> out{};
  for (std::size_t c = 0; c < 256; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':';
    const bool other = (c >= '0' && c <= '9') || c == '-' || c == '.';
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') out[c] |= space | plain;
    if (c > ' ' && c < 0x80 && c != '&' && c != '<' && c != ']') out[c] |= plain;
    if (letter || c >= 0x80) out[c] |= name_start;
    if (letter || other || c >= 0x80) out[c] |= name_part;
  }
  return out;
}();

bool is(char c, Class wanted) { return (classes[static_cast<unsigned char>(c)] & wanted) != 0; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

constexpr std::uint32_t no_character = 0;

bool is_character(std::uint32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xD800) ||
         (c >= 0xE000 && c < 0xFFFE) || (c >= 0x10000 && c < 0x110000);
}

// "#233" or "#xE9"; no_character if it is not one.
std::uint32_t numbered_character(std::string_view digits) {
  const bool hex = digits.substr(0, 1) == "x";
  if (hex) digits.remove_prefix(1);
  if (digits.empty() || digits.size() > 9) return no_character;
  std::uint64_t value = 0;
  for (const char c : digits) {
    const int digit = hex ? hex_value(c) : is_digit(c) ? c - '0' : -1;
    if (digit < 0) return no_character;
    value = value * (hex ? 16u : 10u) + static_cast<unsigned>(digit);
  }
  return value < 0x110000 ? static_cast<std::uint32_t>(value) : no_character;
}

bool is_entity(std::string_view name) {
  constexpr std::array<std::string_view, 5> known{"amp", "lt", "gt", "quot", "apos"};
  if (name.substr(0, 1) == "#") return is_character(numbered_character(name.substr(1)));
  return std::find(known.begin(), known.end(), name) != known.end();
}

struct Decoded {
  std::uint32_t character = no_character;
  std::size_t width = 1;
};

// The character of more than one byte at the start of `text`.
Decoded decode(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::uint32_t lead = byte(0);
  const std::size_t width = lead < 0xC2   ? 0
                            : lead < 0xE0 ? 2
                            : lead < 0xF0 ? 3
                            : lead < 0xF5 ? 4
                                          : 0;
  if (width == 0 || width > text.size()) return {};
  std::uint32_t character = lead & (0xFFu >> (width + 1));
  for (std::size_t i = 1; i < width; ++i) {
    if ((byte(i) & 0xC0u) != 0x80u) return {};
    character = character << 6 | (byte(i) & 0x3Fu);
  }
  constexpr std::array<std::uint32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
  if (character < least[width]) return {};
  return {character, width};
}

class Scanner {
 public:
  Scanner(std::string_view text, std::size_t max_flaws) : text_(text), max_flaws_(max_flaws) {}

  Form run() {
    if (starts("\xEF\xBB\xBF")) at_ = 3;
    if (starts("<?xml") && is(peek(5), space)) declaration();
    while (form_.readable && at_ < text_.size()) {
      if (peek() == '<')
        markup();
      else
        characters();
    }
    if (form_.readable && !open_.empty())
      stop(open_.back().offset, absl::StrFormat("<%s> is never closed", open_.back().name));
    if (form_.readable && !rooted_) stop(0, "there is no element");
    return std::move(form_);
  }

 private:
  struct Open {
    std::string_view name;
    std::size_t offset;
  };

  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool starts(std::string_view prefix) const { return text_.substr(at_, prefix.size()) == prefix; }
  bool skip(std::string_view prefix) {
    if (!starts(prefix)) return false;
    at_ += prefix.size();
    return true;
  }
  bool skip_space() {
    const std::size_t before = at_;
    while (is(peek(), space)) ++at_;
    return at_ != before;
  }
  std::string_view name() {
    const std::size_t begin = at_;
    if (is(peek(), name_start))
      while (is(peek(), name_part)) ++at_;
    const std::size_t end = at_;
    at_ = begin;
    inert(end);
    return text_.substr(begin, end - begin);
  }

  void flaw(std::size_t offset, std::string message, std::string hint = {}) {
    if (form_.flaws.size() < max_flaws_)
      form_.flaws.push_back({offset, std::move(message), std::move(hint)});
  }
  // What follows cannot be read.
  void stop(std::size_t offset, std::string message, std::string hint = {}) {
    form_.readable = false;
    flaw(offset, std::move(message), std::move(hint));
  }

  // The characters up to `end`, where nothing has a meaning but what is not a character.
  void inert(std::size_t end) {
    while (at_ < end) {
      const char c = peek();
      if (is(c, plain) || c == '&' || c == '<' || c == ']')
        ++at_;
      else
        unusual(end);
    }
  }
  // One character that is neither plain nor of any meaning.
  void unusual(std::size_t end) {
    const auto byte = static_cast<unsigned char>(peek());
    if (byte < 0x80) {
      flaw(at_, absl::StrFormat("the control character %d does not belong in XML", int{byte}));
      ++at_;
      return;
    }
    const Decoded found = decode(text_.substr(at_, end - at_));
    if (found.character == no_character)
      flaw(at_, "this byte is not UTF-8", "save the file as UTF-8");
    else if (!is_character(found.character))
      flaw(at_, absl::StrFormat("U+%04X does not belong in XML", found.character));
    at_ += found.width;
  }

  void reference() {
    constexpr std::size_t longest_name = 32;
    const std::size_t begin = at_++;
    const std::string_view rest = text_.substr(at_, longest_name);
    const std::size_t width = (std::min)(rest.find_first_of("; \t\n\r<&\"'"), rest.size());
    const bool ended = width < rest.size() && rest[width] == ';';
    if (!ended)
      flaw(begin, "a bare \"&\"", "write &amp;");
    else if (!is_entity(rest.substr(0, width)))
      flaw(begin, absl::StrFormat("no character is named &%s;", rest.substr(0, width)),
           "write the character itself, or &amp; for \"&\"");
    if (ended) at_ += width + 1;
  }

  void characters() {
    const std::size_t begin = at_;
    bool blank = true;
    while (at_ < text_.size() && peek() != '<') {
      const char c = peek();
      blank = blank && is(c, space);
      if (is(c, plain)) {
        ++at_;
      } else if (c == '&') {
        reference();
      } else if (c == ']') {
        if (starts("]]>")) flaw(at_, "\"]]>\" does not belong in a text", "write ]]&gt;");
        ++at_;
      } else {
        unusual(text_.size());
      }
    }
    if (blank || !open_.empty()) return;
    const std::size_t word = text_.find_first_not_of(" \t\r\n", begin);
    flaw(word, rooted_ ? "text after the end of the document" : "text before the first element");
  }

  void markup() {
    if (starts("<!--")) return comment();
    if (starts("<![CDATA[")) return cdata();
    if (starts("<?")) return instruction();
    if (starts("</")) return end_tag();
    if (starts("<!DOCTYPE")) {
      stop(at_, "a document type is refused", "remove the <!DOCTYPE ...>");
      form_.flaws.back().doctype = form_.flaws.back().offset == at_;
      return;
    }
    if (is(peek(1), name_start)) return start_tag();
    stop(at_, "\"<\" begins no element", "write &lt; for the character");
  }

  // From `at_` to the next `mark`, past it; false if there is none.
  bool skip_past(std::string_view mark, std::size_t begin, std::string_view what) {
    const std::size_t end = text_.find(mark, at_);
    if (end == std::string_view::npos) {
      stop(begin, absl::StrFormat("%s is never closed", what));
      return false;
    }
    inert(end);
    at_ = end + mark.size();
    return true;
  }

  void comment() {
    const std::size_t begin = at_;
    at_ += 4;
    const std::size_t dashes = text_.find("--", at_);
    if (!skip_past("-->", begin, "this comment")) return;
    if (dashes + 3 != at_) flaw(dashes, "\"--\" does not belong in a comment");
  }

  void cdata() {
    const std::size_t begin = at_;
    if (open_.empty()) flaw(at_, "text outside the root element");
    at_ += 9;
    skip_past("]]>", begin, "this <![CDATA[");
  }

  void instruction() {
    const std::size_t begin = at_;
    at_ += 2;
    const std::string_view target = name();
    const bool named_xml = target.size() == 3 && (target[0] | 0x20) == 'x' &&
                           (target[1] | 0x20) == 'm' && (target[2] | 0x20) == 'l';
    if (named_xml)
      flaw(begin, "<?xml ...?> belongs at the very start of the file");
    else if (target.empty() || (!is(peek(), space) && !starts("?>")))
      flaw(begin, "this processing instruction has no name");
    skip_past("?>", begin, "this processing instruction");
  }

  void declaration() {
    const std::size_t begin = at_;
    at_ += 5;
    constexpr std::array<std::string_view, 3> order{"version", "encoding", "standalone"};
    std::size_t next = 0;
    while (skip_space() && !starts("?>")) {
      const std::size_t place = at_;
      const std::string_view key = name();
      const auto found =
          std::find(order.begin() + static_cast<std::ptrdiff_t>(next), order.end(), key);
      if (found == order.end() || (next == 0 && key != "version"))
        return stop(place, "<?xml ...?> has version, encoding and standalone, in this order");
      next = static_cast<std::size_t>(found - order.begin()) + 1;
      const std::size_t value = at_;
      if (!equals_quoted(place)) return;
      declared(key, place, text_.substr(value, at_ - value));
    }
    if (!skip("?>") || next == 0)
      stop(begin, "<?xml ...?> is not complete", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  }
  void declared(std::string_view key, std::size_t place, std::string_view value) {
    value.remove_prefix((std::min)(value.find_first_of("\"'") + 1, value.size()));
    value.remove_suffix(1);
    std::string lower(value);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    if (key == "version" && lower != "1.0" && lower != "1.1")
      flaw(place, absl::StrFormat("XML %s is not known", value), "version=\"1.0\"");
    if (key == "encoding" && lower != "utf-8" && lower != "utf8")
      flaw(place, absl::StrFormat("the encoding %s is not read", value), "save the file as UTF-8");
    if (key == "standalone" && value != "yes" && value != "no")
      flaw(place, "standalone is yes or no");
  }

  void start_tag() {
    const std::size_t begin = at_++;
    const std::string_view tag = name();
    if (open_.empty() && rooted_) flaw(begin, "a second root element", "one <corpus> in a file");
    while (form_.readable) {
      const bool spaced = skip_space();
      if (skip("/>")) break;
      if (skip(">")) {
        open_.push_back({tag, begin});
        break;
      }
      attribute(tag, begin, spaced);
    }
    rooted_ = true;
  }

  void attribute(std::string_view tag, std::size_t begin, bool spaced) {
    const std::size_t place = at_;
    const std::string_view key = name();
    if (key.empty()) {
      if (at_ >= text_.size()) return stop(begin, absl::StrFormat("<%s is never closed", tag));
      return stop(place, absl::StrFormat("neither an attribute nor the end of <%s>", tag));
    }
    if (!spaced) flaw(place, absl::StrFormat("a space is missing before %s", key));
    if (rooted_ && key.substr(0, 5) == "xmlns") form_.inner_namespaces = true;
    equals_quoted(place);
  }

  bool equals_quoted(std::size_t place) {
    skip_space();
    const bool equal = skip("=");
    skip_space();
    const char quote = peek();
    if (!equal || (quote != '"' && quote != '\'')) {
      stop(place, "an attribute is written name=\"value\"");
      return false;
    }
    ++at_;
    while (at_ < text_.size() && peek() != quote) value_character();
    if (at_ == text_.size()) {
      stop(place, "the value of this attribute is never closed");
      return false;
    }
    ++at_;
    return true;
  }

  void value_character() {
    const char c = peek();
    if (is(c, plain) || c == ']') {
      ++at_;
    } else if (c == '&') {
      reference();
    } else if (c == '<') {
      flaw(at_++, "\"<\" in the value of an attribute",
           "write &lt;, or close the quotes before it");
    } else {
      unusual(text_.size());
    }
  }

  void end_tag() {
    const std::size_t begin = at_;
    at_ += 2;
    const std::string_view tag = name();
    skip_space();
    if (!skip(">")) return stop(begin, absl::StrFormat("</%s is never closed", tag));
    if (open_.empty()) return stop(begin, absl::StrFormat("</%s> closes nothing", tag));
    if (open_.back().name != tag)
      return stop(begin, absl::StrFormat("</%s> where <%s> is open", tag, open_.back().name),
                  absl::StrFormat("<%s> begins on line %d", open_.back().name, line_of_open()));
    open_.pop_back();
  }
  std::ptrdiff_t line_of_open() const {
    return 1 + std::count(text_.begin(),
                          text_.begin() + static_cast<std::ptrdiff_t>(open_.back().offset), '\n');
  }

  std::string_view text_;
  std::size_t max_flaws_;
  std::size_t at_ = 0;
  bool rooted_ = false;
  std::vector<Open> open_;
  Form form_;
};

}  // namespace

Form check_form(std::string_view text, std::size_t max_flaws) {
  return Scanner(text, max_flaws).run();
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
