// The structure of acts: ACT, CONS.ACT, ANNEX. What stands in paragraphs is in formex_text.cpp.
#include "io/import/formex.hpp"

#include <absl/strings/str_format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "acquis/citation/celex.hpp"
#include "acquis/citation/eli.hpp"
#include "io/import/formex_text.hpp"
#include "io/import/printed_number.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

Date date_of(std::string_view iso) {
  if (iso.size() != 8) return {};
  int value = 0;
  for (const char c : iso) {
    if (c < '0' || c > '9') return {};
    value = value * 10 + (c - '0');
  }
  return Date::from_ymd(value / 10000, value / 100 % 100, value % 100);
}

std::optional<Citation> act_of_celex(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  return Celex::parse(text) ? Citation::from_key(text) : std::nullopt;
}

std::optional<Language> language_of(std::string_view code) {
  if (code == "EN") return Language::en;
  if (code == "NL") return Language::nl;
  if (code == "FR") return Language::fr;
  if (code == "DE") return Language::de;
  return std::nullopt;
}

pugi::xml_node child(pugi::xml_node node, const char* name) { return node.child(name); }

class FormexReader {
 public:
  FormexReader(const ImportDocument& document, const ImportOptions& options, Act& act)
      : document_(document), options_(options), act_(act), writer_(act, options) {}

  void run() {
    if (!parse()) return;
    const ParsedFile& main = *files_[main_];
    body_ = name_of(main.root()) == "CONS.ACT" ? child(main.root(), "CONS.DOC") : main.root();
    if (!identify()) return;
    FormexText text(main, static_cast<std::uint32_t>(main_), act_, writer_);
    for (const pugi::xml_node node : body_.children()) read_part(text, node);
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (i == main_ || name_of(files_[i]->root()) != "ANNEX") continue;
      FormexText annex(*files_[i], static_cast<std::uint32_t>(i), act_, writer_);
      annex.annex(files_[i]->root());
    }
    writer_.finish();
  }

 private:
  bool fail(std::string_view file, std::string message, std::string hint) {
    act_.problems.push_back({Severity::error,
                             "ACQ0601",
                             std::string(file),
                             0,
                             0,
                             {},
                             std::move(message),
                             std::move(hint)});
    act_.failed = true;
    return false;
  }

  bool parse() {
    bool found = false;
    for (const ImportFile& file : document_.files) {
      files_.push_back(std::make_unique<ParsedFile>());
      if (!files_.back()->read(file, options_, act_.problems)) {
        act_.failed = true;
        return false;
      }
      const std::string_view root = name_of(files_.back()->root());
      if (found || (root != "ACT" && root != "CONS.ACT")) continue;
      main_ = files_.size() - 1;
      found = true;
    }
    if (found) return true;
    return fail(document_.files.front().name, "no ACT or CONS.ACT: there is no act to import",
                "give the main text, or the folder that holds it");
  }

  // Work, language, dates, links that the family of the act states.
  bool identify() {
    const pugi::xml_node bib = child(body_, "BIB.INSTANCE");
    const auto language = language_of(child(bib, "LG.DOC").child_value());
    if (!language || (options_.language && language != options_.language)) {
      act_.left_out = true;
      return false;
    }
    act_.language = *language;
    const pugi::xml_node family = child(body_, "FAM.COMP");
    const pugi::xml_node own = child(family, "BIB.DATA");
    const pugi::xml_node title = child(body_, "TITLE");
    FormexText text(*files_[main_], static_cast<std::uint32_t>(main_), act_, writer_);
    const TextRun words = text.words_of(child(title, "TI"));
    act_.date = date_of(attribute_of(child(own, "DATE"), "ISO"));
    if (!act_.date) act_.date = date_of(attribute_of(first_date(title), "ISO"));
    act_.version =
        date_of(attribute_of(child(files_[main_]->root(), "INFO.CONSLEG"), "START.DATE"));
    auto work = act_of_celex(child(own, "NO.CELEX").child_value());
    if (!work) work = work_of_manifest();
    if (!work) work = work_of_title(words.text());
    if (!work)
      return fail(document_.files[main_].name, "neither a CELEX number nor a title that gives one",
                  "");
    writer_.begin(*work, words, {static_cast<std::uint32_t>(main_), files_[main_]->offset(title)});
    read_family(family);
    return true;
  }

  static pugi::xml_node first_date(pugi::xml_node title) {
    for (const pugi::xml_node p : child(title, "TI").children())
      if (const pugi::xml_node date = child(p, "DATE")) return date;
    return {};
  }

  std::optional<Citation> work_of_manifest() {
    for (const auto& file : files_) {
      if (name_of(file->root()) != "DOC") continue;
      const pugi::xml_node eli = child(child(file->root(), "BIB.DOC"), "NO.ELI");
      if (const auto read = Eli::parse(attribute_of(eli, "ID"))) return read->place;
      const pugi::xml_node main = child(child(file->root(), "FMX"), "DOC.MAIN.PUB");
      if (const auto work = act_of_celex(child(main, "NO.CELEX").child_value())) return work;
    }
    return std::nullopt;
  }

  std::optional<Citation> work_of_title(std::string_view title) {
    CiteContext context;
    context.language = act_.language;
    context.date = act_.date;
    for (const Reference& reference : extract_citations(title, context).references)
      if (reference.target && reference.target.is_work()) return reference.target;
    return std::nullopt;
  }

  // ---- FAM.COMP: the acts that amended, repealed and corrected this one

  Spot spot(pugi::xml_node node) const {
    return {static_cast<std::uint32_t>(main_), files_[main_]->offset(node)};
  }

  void read_family(pugi::xml_node family) {
    read_corrections(family, act_.work);
    read_amendments(family, act_.work);
  }
  void read_amendments(pugi::xml_node node, const Citation& target) {
    for (const pugi::xml_node group : node.children("GR.MOD.ACT"))
      for (const pugi::xml_node amending : group.children("MOD.ACT")) {
        const auto act = member(amending);
        if (!act) continue;
        const bool repeals = attribute_of(amending, "TYPE") == "REP";
        writer_.stated(*act, repeals ? EdgeKind::repeals : EdgeKind::amends, target,
                       spot(amending));
        read_corrections(amending, *act);
        read_amendments(amending, *act);
      }
  }
  void read_corrections(pugi::xml_node node, const Citation& target) {
    for (const pugi::xml_node group : node.children("GR.CORRIG"))
      for (const pugi::xml_node correction : group.children("CORRIG"))
        if (const auto act = member(correction))
          writer_.stated(*act, EdgeKind::corrects, target, spot(correction));
  }
  std::optional<Citation> member(pugi::xml_node node) {
    const pugi::xml_node number = child(child(node, "BIB.DATA"), "NO.CELEX");
    const auto act = act_of_celex(number.child_value());
    if (act && *act != act_.work) return act;
    if (act || !number) return std::nullopt;
    act_.problems.push_back(
        {Severity::note,
         "ACQ0603",
         document_.files[main_].name,
         0,
         0,
         {},
         absl::StrFormat("%s is no key: the link is left out", number.child_value()),
         {}});
    return std::nullopt;
  }

  // ---- the body

  void read_part(FormexText& text, pugi::xml_node node) {
    const std::string_view name = name_of(node);
    if (name == "PREAMBLE") {
      text.preamble(node);
    } else if (name == "ENACTING.TERMS") {
      text.enacting_terms(node);
    } else if (name == "CONS.ANNEX" || name == "ANNEX") {
      text.annex(node);
    } else if (node.type() == pugi::node_pi) {
      text.instruction(node);
    }
  }

  const ImportDocument& document_;
  const ImportOptions& options_;
  Act& act_;
  ActWriter writer_;
  std::vector<std::unique_ptr<ParsedFile>> files_;
  std::size_t main_ = 0;
  pugi::xml_node body_;
};

struct LocationCode {
  std::string_view code;
  Level level;
};
constexpr std::array<LocationCode, 11> location_codes{{{"AR", Level::article},
                                                       {"PA", Level::paragraph},
                                                       {"PR", Level::part},
                                                       {"PT", Level::point},
                                                       {"AL", Level::subparagraph},
                                                       {"AX", Level::annex},
                                                       {"LI", Level::indent},
                                                       {"TT", Level::title},
                                                       {"CH", Level::chapter},
                                                       {"SE", Level::section},
                                                       {"CR", Level::recital}}};

}  // namespace

Citation place_of_location(const Citation& work, std::string_view location) {
  Citation out = work;
  while (!location.empty()) {
    const std::size_t width = (std::min)(location.find(';'), location.size());
    const std::string_view step = location.substr(0, width);
    location.remove_prefix((std::min)(width + 1, location.size()));
    const std::size_t colon = step.find(':');
    if (colon == std::string_view::npos) break;
    const auto known =
        std::find_if(location_codes.begin(), location_codes.end(),
                     [&](const LocationCode& c) { return c.code == step.substr(0, colon); });
    if (known == location_codes.end()) break;
    std::string value = item_number(step.substr(colon + 1));
    if (known->level == Level::annex && value == "0") value = "1";
    const bool unnumbered =
        known->level == Level::subparagraph && !out.is_work() && out.last().level == Level::article;
    const Level level = unnumbered ? Level::paragraph : known->level;
    while (level == Level::article && !out.is_work() && is_grouping(out.last().level))
      out = out.parent();
    const Citation next = value.empty() ? Citation() : out.child({level, value});
    if (!next) break;
    out = next;
  }
  return out;
}

void read_formex(const ImportDocument& document, const ImportOptions& options, Act& act) {
  FormexReader(document, options, act).run();
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
