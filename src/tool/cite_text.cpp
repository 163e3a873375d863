// acquis cite: references as JSON and HTML, and the text around them.
#include "acquis/citation/celex.hpp"
#include "acquis/citation/eli.hpp"
#include "acquis/citation/write.hpp"
#include "tool/cite.hpp"
#include "tool/table.hpp"

namespace acquis::tool {
namespace {

// The bytes of the well-formed character that begins here; 0 if none does.
std::size_t character_size(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(at);
  const std::size_t size = lead < 0x80   ? 1
                           : lead < 0xC2 ? 0
                           : lead < 0xE0 ? 2
                           : lead < 0xF0 ? 3
                                         : 4;
  if (size == 0 || lead > 0xF4 || at + size > text.size()) return 0;
  for (std::size_t i = 1; i < size; ++i)
    if ((byte(at + i) & 0xC0u) != 0x80u) return 0;
  if (size < 3) return size;
  const unsigned second = byte(at + 1);
  const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  const bool beyond = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
  return overlong || beyond ? 0 : size;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : valid_utf8(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\0':
        out += "\xEF\xBF\xBD";
        break;
      default:
        out += c;
    }
  }
  return out;
}

void add_resolution(Json& json, const std::optional<Resolution>& known) {
  if (!known) return;
  json["outcome"] = name_of(known->outcome);
  if (!known->reason.empty()) json["reason"] = known->reason;
  for (const Citation& place : known->candidates) json["candidates"].push_back(place.key());
  for (const Citation& place : known->suggestions) json["suggestions"].push_back(place.key());
}

std::string title_of(const CitedText& cited, const Reference& r) {
  if (r.last) return to_text_range(r.target, r.last, cited.language, Style::long_form);
  if (r.target) return to_text(r.target, cited.language, Style::long_form);
  std::string out(to_text(r.status));
  for (const Citation& place : cited.found.candidates_of(r))
    out += (out.find(':') == std::string::npos ? ": " : ", ") + std::string(place.key());
  return out;
}

std::string link(const CitedText& cited, const Reference& r, const Corpus* law) {
  const std::string_view words = cited.text.substr(r.begin, r.end - r.begin);
  std::string title = title_of(cited, r);
  if (const auto known = resolved(law, r, words); known && !known->reason.empty())
    title += " (" + known->reason + ")";
  const std::string address = address_of(r.target, cited.language);
  const std::string attributes =
      " title=\"" + escaped(title) + "\" class=\"" + std::string(to_text(r.status)) + "\">";
  if (address.empty()) return "<span" + attributes + escaped(words) + "</span>";
  return "<a href=\"" + escaped(address) + "\"" + attributes + escaped(words) + "</a>";
}

}  // namespace

std::string target_text(const Reference& r) {
  return std::string(r.target.key()) + (r.last ? ".." + std::string(r.last.key()) : "");
}

std::optional<Resolution> resolved(const Corpus* law, const Reference& r, std::string_view text) {
  if (law == nullptr || !r.target) return std::nullopt;
  return resolve(*law, r.target, text);
}

std::string_view name_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::exists:
      return "exists";
    case Outcome::not_then:
      return "not_then";
    case Outcome::not_loaded:
      return "not_loaded";
    case Outcome::unknown:
      return "unknown";
    case Outcome::absent:
      return "absent";
    case Outcome::ambiguous:
      return "ambiguous";
  }
  return {};
}

Json cited_json(const CitedText& cited, const Corpus* law) {
  Json refs = Json::array(), unbound = Json::array();
  for (const Reference& r : cited.found.references) {
    const std::string_view words = cited.text.substr(r.begin, r.end - r.begin);
    Json json{{"start", r.begin}, {"end", r.end}, {"text", words}};
    if (r.target) json["target"] = target_text(r);
    json["status"] = to_text(r.status);
    if (r.target) {
      add_resolution(json, resolved(law, r, words));
      refs.push_back(std::move(json));
    } else {
      json["candidates"] = Json::array();
      for (const Citation& place : cited.found.candidates_of(r))
        json["candidates"].push_back(place.key());
      unbound.push_back(std::move(json));
    }
  }
  return {{"refs", std::move(refs)}, {"unbound", std::move(unbound)}};
}

Json lint_json(const std::vector<LintFinding>& findings) {
  Json out = Json::array();
  for (const LintFinding& f : findings)
    out.push_back({{"start", f.begin},
                   {"end", f.end},
                   {"rule", f.rule_text()},
                   {"section", f.section()},
                   {"written", f.written},
                   {"advice", f.advice},
                   {"fix", f.has_fix},
                   {"reason", f.reason}});
  return out;
}

std::string cited_html(const CitedText& cited, const Corpus* law) {
  std::string out = "<!DOCTYPE html>\n<html lang=\"" + std::string(to_text(cited.language)) +
                    "\">\n<head><meta charset=\"utf-8\"><title>acquis cite</title>"
                    "<style>main{white-space:pre-wrap}</style></head>\n<body><main>";
  std::size_t at = 0;
  for (const Reference& r : cited.found.references) {
    if (r.begin < at) continue;  // the same words name several targets
    out += escaped(cited.text.substr(at, r.begin - at)) + link(cited, r, law);
    at = r.end;
  }
  return out + escaped(cited.text.substr(at)) + "</main></body>\n</html>\n";
}

std::string address_of(const Citation& place, Language language) {
  if (!place) return {};
  if (const auto eli = eli_of(place); eli && !eli->text().empty())
    return std::string(eli->text().view());
  const auto celex = enclosing_celex(place);
  if (!celex) return {};
  std::string code(to_text(language));
  for (char& c : code) c = static_cast<char>(c - 'a' + 'A');
  return "https://eur-lex.europa.eu/legal-content/" + code +
         "/TXT/?uri=CELEX:" + std::string(celex->text().view());
}

std::string valid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = character_size(text, at);
    if (size == 0)
      out += "\xEF\xBF\xBD";
    else
      out += text.substr(at, size);
    at += size == 0 ? 1 : size;
  }
  return out;
}

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::vector<std::string_view> paragraphs(std::string_view text) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  for (std::size_t line = 0; line < text.size();) {
    const std::size_t end = (std::min)(text.find('\n', line), text.size());
    const std::size_t last = text.substr(line, end - line).find_last_not_of(" \t\r");
    const bool empty = last == std::string_view::npos;
    const char closing = empty ? '\0' : text[line + last];
    line = (std::min)(end + 1, text.size());
    if (!empty && closing != '.' && closing != ';' && closing != ':' && line < text.size())
      continue;
    out.push_back(text.substr(begin, line - begin));
    begin = line;
  }
  return out;
}

std::string Positions::of(std::size_t byte) {
  for (; at_ < byte; ++at_)
    if (text_[at_] == '\n') ++line_, line_start_ = at_ + 1;
  const std::size_t column = display_width(text_.substr(line_start_, byte - line_start_)) + 1;
  return std::to_string(line_) + ":" + std::to_string(column);
}

}  // namespace acquis::tool
