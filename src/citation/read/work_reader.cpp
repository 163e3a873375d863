// Reads the works that legal text names: acts by number, treaties, documents, names.
#include <algorithm>

#include "acquis/citation/celex.hpp"
#include "citation/read/text_world.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

constexpr std::array<std::string_view, 26> communities{
    "eu",  "ec",   "eec",  "euratom", "ecsc", "jha", "cfsp", "ue",  "ce",
    "cee", "ceca", "jai",  "pesc",    "eg",   "eeg", "egks", "jbz", "gbvb",
    "ewg", "ji",   "gasp", "eag",     "ceea", "ega", "ecb",  "eaec"};

bool is_community(std::string_view word) noexcept {
  return std::find(communities.begin(), communities.end(), word) != communities.end();
}

// Before 2015 their regulations were numbered number/year.
bool is_old_community(std::string_view word) noexcept { return word != "eu" && word != "ue"; }

bool is_year(unsigned value) noexcept { return value >= 1951 && value <= 2099; }

unsigned full_year(unsigned value, std::size_t digits) noexcept {
  return digits <= 2 && value >= 51 ? 1900 + value : value;
}

// Which of "first/second" is the year. What bears "No" is number/year; so is a regulation before
// 2015; all else is year/number (numbering of acts, Interinstitutional Style Guide).
bool number_comes_first(char type, bool sign, bool old, unsigned first, std::size_t first_digits,
                        unsigned second, std::size_t second_digits) noexcept {
  const bool first_may = is_year(full_year(first, first_digits));
  const bool second_may = is_year(full_year(second, second_digits));
  if (!second_may) return false;
  if (!first_may || sign) return true;
  if (type == 'R' && old) return true;
  return first_digits <= 2 && second_digits == 4;
}

std::optional<Citation> act_celex(char type, unsigned year, unsigned number) noexcept {
  if (!is_year(year) || number == 0 || number > 9999) return std::nullopt;
  if (type == 'J') type = 'F';  // joint actions of the third pillar share the letter
  std::array<char, 10> key{'3', '0', '0', '0', '0', type, '0', '0', '0', '0'};
  for (std::size_t i = 4; i >= 1; --i, year /= 10) key[i] = static_cast<char>('0' + year % 10);
  for (std::size_t i = 9; i >= 6; --i, number /= 10) key[i] = static_cast<char>('0' + number % 10);
  return Citation::from_key({key.data(), key.size()});
}

// Until 1962 regulations were numbered through and cited without their year: "Regulation No 17".
unsigned year_of_early_number(unsigned number) noexcept {
  if (number <= 6) return 1958;
  if (number <= 8) return 1959;
  if (number <= 11) return 1960;
  if (number <= 16) return 1961;
  return number <= 166 ? 1962 : 0;
}

std::optional<Citation> document_celex(std::string_view type, unsigned year,
                                       unsigned number) noexcept {
  std::array<char, 11> key{'5', '0', '0', '0', '0', type[0], type[1], '0', '0', '0', '0'};
  if (!is_year(year) || number == 0 || number > 9999) return std::nullopt;
  for (std::size_t i = 4; i >= 1; --i, year /= 10) key[i] = static_cast<char>('0' + year % 10);
  for (std::size_t i = 10; i >= 7; --i, number /= 10) key[i] = static_cast<char>('0' + number % 10);
  return Citation::from_key({key.data(), key.size()});
}

Citation key(std::string_view text) noexcept { return *Citation::from_key(text); }

}  // namespace

bool is_charter(std::string_view word) noexcept {
  return word == "charter" || word == "charte" || word == "handvest" || word == "charta";
}

std::string_view treaty_of(Date date) noexcept {
  if (!date || date >= Date::from_ymd(2009, 12, 1)) return "TFEU";
  return date >= Date::from_ymd(1993, 11, 1) ? "TEC" : "EEC";
}

char type_of(const Citation& work) noexcept {
  if (!work) return 'X';
  if (work.work() == "CFR") return 'C';
  if (!work.is_work()) return 'P';
  if (is_treaty(work.work())) return 'T';
  return work.work()[5];
}

bool WorkReader::read(Cursor& at, std::vector<Mention>& out, bool bound) const {
  return read_named(at, out, bound) || read_act(at, out, bound) || read_series(at, out) ||
         read_abbreviation(at, out, bound) || read_treaty(at, out, bound) ||
         (bound && read_celex(at, out));
}

// "Article 5 of 42000A0922(01)"
bool WorkReader::read_celex(Cursor& at, std::vector<Mention>& out) const {
  Cursor here = at;
  here.skip_space();
  const std::size_t begin = here.at();
  while (is_alnum(here.peek()) || here.peek() == '(' || (here.peek() == ')' && here.at() > begin))
    here.skip();
  std::string_view token = at.text().substr(begin, here.at() - begin);
  if (token.size() < 8 || token.size() > 24 || !is_digit(token[0])) return false;
  while (!token.empty() && token.back() == ')' && token.find('(') == std::string_view::npos)
    token.remove_suffix(1);
  const auto work = Celex::parse(token) ? Citation::from_key(token) : std::nullopt;
  if (!work) return false;
  out.push_back({*work, type_of(*work), begin, begin + token.size()});
  at.go(begin + token.size());
  return true;
}

WorkNoun WorkReader::noun(Cursor& at) const {
  WorkNoun out{at.next_word(), {}, 0};
  out.role = world_.look(out.word);
  for (int i = 0; i < 3 && out.role.is(adjective | act_prefix) && !out.role.is(act); ++i) {
    if (out.role.is(act_prefix)) out.prefix = static_cast<char>(out.role.arg);
    at.take(out.word);
    out.word = at.next_word();
    out.role = world_.look(out.word);
  }
  return out;
}

// ---- names

// The UN Charter, the European Social Charter: a capital before the word. In French the bare word
// is an everyday one, too.
bool WorkReader::is_other_charter(const Cursor& at, const Word& word, bool bound) const {
  const std::string_view text = at.text();
  std::size_t end = word.begin;
  while (end > 0 && text[end - 1] == ' ') --end;
  std::size_t begin = end;
  while (begin > 0 &&
         (is_letter(text[begin - 1]) || static_cast<unsigned char>(text[begin - 1]) >= 0x80))
    --begin;
  const Word previous = at.elsewhere(begin).word();
  if (world_.language == Language::fr) return !bound && previous.text() != "la" && !word.capital;
  return previous.capital && !world_.look(previous).is(determiner | of | own | that | in);
}

bool WorkReader::read_named(Cursor& at, std::vector<Mention>& out, bool bound) const {
  Cursor here = at;
  here.skip_space();
  here.accept_quote();
  const Word word = here.word();
  if (word.size == 0 || !world_.may_name(word)) return false;
  auto found = NameReader::longest(world_.defined, here, world_.language);
  if (!found) found = NameReader::longest(world_.names, here, world_.language, world_.date);
  if (!found) return false;
  // "the Charter of the United Nations", "the European Social Charter": another one.
  Cursor after = here.elsewhere(found->end);
  const Word next = after.next_word();
  const bool bare = found->end == word.end;
  if (bare && (is_charter(word.text()) || world_.look(word).is(treaty | act)) &&
      (world_.look(next).is(of) || is_other_charter(here, word, bound)))
    return false;
  out.push_back({found->work, type_of(found->work), word.begin, found->end});
  after.go(found->end);
  after.accept_quote();
  skip_own_abbreviation(after);
  at.go(after.at());
  return true;
}

// "Treaty on the Functioning of the European Union (TFEU)", "in quotation marks too"
void WorkReader::skip_own_abbreviation(Cursor& at) const {
  Cursor here = at;
  if (!here.accept('(')) return;
  here.accept_quote();
  const Word word = here.word();
  if (!world_.look(word).is(abbreviation) || !word.capitals) return;
  here.take(word);
  here.accept_quote();
  if (here.accept(')')) at = here;
}

// ---- acts

bool WorkReader::read_act(Cursor& at, std::vector<Mention>& out, bool bound) const {
  Cursor here = at;
  Word word = here.next_word();
  LexWord role = world_.look(word);
  for (int i = 0; i < 6 && role.is(adjective | ordinal | conjunction | of | determiner); ++i) {
    if (i == 0 && !role.is(adjective | ordinal)) return false;
    here.take(word);
    word = here.next_word();
    role = world_.look(word);
  }
  char type = 0;
  if (role.is(act_prefix)) {
    type = static_cast<char>(role.arg);
    here.take(word);
    const Word noun = here.next_word();
    if (!world_.look(noun).is(act | adjective) && noun.text() != "action" &&
        noun.text() != "position")
      return false;
    here.take(noun);
  } else if (role.is(act) && (word.size > 2 || word.capitals)) {
    type = static_cast<char>(role.arg);
    here.take(word);
    // "règlement délégué", "décision d'exécution", "décision-cadre"
    for (int i = 0; i < 4; ++i) {
      const Word next = here.next_word();
      const LexWord what = world_.look(next);
      const bool elided = next.text() == "d" && here.peek(1) != ' ';
      if (!what.is(adjective) && !elided) break;
      here.take(next);
      if (elided) here.accept_quote();
    }
  } else {
    return false;
  }
  Cursor number = here;
  if (read_numbers(here, type, word.begin, out)) {
    at.go(here.at());
    return true;
  }
  // "Decision 15/CP.17": a number, but none of the Union's.
  number.skip_space();
  if (!bound || !is_digit(number.peek())) return false;
  while (is_alnum(number.peek()) || number.peek() == '/') number.skip();
  out.push_back({{}, 'X', word.begin, number.at()});
  at.go(number.at());
  return true;
}

bool WorkReader::read_numbers(Cursor& at, char type, std::size_t begin,
                              std::vector<Mention>& out) const {
  Mention first{{}, type, begin, 0};
  if (!read_number(at, type, first)) return false;
  out.push_back(first);
  for (Cursor next = at; next_in_list(next); next = at) {
    next.skip_space();
    Mention more{{}, type, next.at(), 0};
    if (!read_number(next, type, more)) break;
    out.push_back(more);
    at.go(next.at());
  }
  return true;
}

bool WorkReader::next_in_list(Cursor& at) const {
  const bool comma = at.accept(',');
  const Word word = at.next_word();
  const bool word_too = world_.look(word).is(conjunction);
  if (word_too) at.take(word);
  at.skip_space();
  if (world_.look(at.word()).is(determiner)) return false;
  return comma || word_too;
}

// "(EU) 2016/399", "(EC) No 539/2001", "95/46/EC", "No 243/2012/EU"
bool WorkReader::read_number(Cursor& at, char type, Mention& out) const {
  bool old = false;
  read_community(at, old);
  const bool sign = accept_sign(at);
  unsigned first = 0, second = 0;
  std::size_t first_digits = 0, second_digits = 0;
  at.skip_space();
  if (!at.digits(5, first, first_digits)) return false;
  if (at.peek() != '/') {  // "Regulation No 17": an act, but not to be keyed
    if (!sign || type == 'H') return false;
    const auto early = type == 'R' && world_.date && world_.date.year() < 1995
                           ? act_celex('R', year_of_early_number(first), first)
                           : std::nullopt;
    out.work = early ? *early : Citation();
    out.type = early ? 'R' : 'X';
    out.end = at.at();
    return true;
  }
  at.skip();
  if (!at.digits(5, second, second_digits)) return false;
  const bool swapped =
      number_comes_first(type, sign, old, first, first_digits, second, second_digits);
  const unsigned year = swapped ? full_year(second, second_digits) : full_year(first, first_digits);
  bool justice = false;
  if (at.peek() == '/') {
    Cursor tail = at.elsewhere(at.at() + 1);
    const Word body = tail.word();
    if (is_community(body.text())) at.take(body);
    justice =
        body.text() == "jha" || body.text() == "jai" || body.text() == "jbz" || body.text() == "ji";
  }
  if (type == 'E' && justice) type = 'F';
  const auto celex = act_celex(type, year, swapped ? first : second);
  if (!celex || is_of_other_body(at)) {
    out.work = {};
    out.type = 'X';
  } else {
    out.work = *celex;
  }
  out.end = at.at();
  return true;
}

// Decisions of association councils and joint committees have numbers of their own.
bool WorkReader::is_of_other_body(Cursor at) const {
  for (int i = 0; i < 7; ++i) {
    const Word word = at.next_word();
    if (word.empty()) return false;
    const std::string_view text = word.text();
    if (text == "association" || text == "joint" || text == "mixte" || text == "gemengd" ||
        text == "assoziationsrates" || text == "associatieraad")
      return true;
    at.take(word);
  }
  return false;
}

bool WorkReader::read_community(Cursor& at, bool& old) const {
  Cursor here = at;
  const bool bracket = here.accept('(');
  bool any = false, present = false;
  for (int i = 0; i < 5; ++i) {
    const Word word = here.next_word();
    if (word.size == 0 || !word.capital || !is_community(word.text())) break;
    any = true;
    old = old || is_old_community(word.text());
    present = present || !is_old_community(word.text());
    here.take(word);
    if (!here.accept(',') && !here.accept('-') && !here.accept('/')) break;
  }
  old = old && !present;  // "(EU, Euratom)"
  if (!any || (bracket && !here.accept(')'))) return old = false, false;
  at.go(here.at());
  return true;
}

// "No", "n°", "nº", "nr.", "Nr.", "n o"
bool WorkReader::accept_sign(Cursor& at) const {
  const Word word = at.next_word();
  if (!world_.look(word).is(number_sign)) return false;
  Cursor here = at;
  here.take(word);
  if (static_cast<unsigned char>(here.peek()) == 0xC2 &&
      (static_cast<unsigned char>(here.peek(1)) == 0xB0 ||
       static_cast<unsigned char>(here.peek(1)) == 0xBA))
    here.skip(2);
  else if (word.text() == "n" && !here.accept('o') && !here.accept('.'))
    return false;
  here.accept('.');
  at.go(here.at());
  return true;
}

// ---- documents

// COM(2020) 605 final, COM/2020/605, JOIN(2020) 5
bool WorkReader::read_series(Cursor& at, std::vector<Mention>& out) const {
  Cursor here = at;
  const Word word = here.next_word();
  const LexWord role = world_.look(word);
  if (!role.is(series) || !word.capitals) return false;
  here.take(word);
  const bool bracket = here.accept('(');
  if (!bracket && here.peek() != '/') return false;
  if (!bracket) here.skip();
  unsigned year = 0, number = 0;
  std::size_t year_digits = 0, digits = 0;
  if (!here.digits(4, year, year_digits)) return false;
  if (bracket ? !here.accept(')') : here.peek() != '/') return false;
  if (!bracket) here.skip();
  here.skip_space();
  if (!here.digits(4, number, digits)) return false;
  std::string_view type = series_types[role.arg];
  Cursor before = at.elsewhere(word.begin);
  if (type == "DC" && word.begin > 0) {
    // "proposal COM(2020) 610": a proposal has a letter of its own.
    std::size_t start = word.begin;
    while (start > 0 && at.text()[start - 1] == ' ') --start;
    while (start > 0 && is_letter(at.text()[start - 1])) --start;
    before.go(start);
    if (world_.look(before.word()).is(proposal)) type = "PC";
  }
  const auto celex = document_celex(type, full_year(year, year_digits), number);
  if (!celex) return false;
  if (const Word word_final = here.next_word(); word_final.text() == "final") here.take(word_final);
  out.push_back({*celex, 'Z', word.begin, here.at()});
  at.go(here.at());
  return true;
}

// ---- treaties

// "Article 34 EU" as courts cite it, not "Article 34 EU law".
bool WorkReader::ends_clause(const Cursor& at, const Word& word) const {
  Cursor after = at.elsewhere(word.end);
  const Word next = after.next_word();
  return next.empty() || (!next.capital && world_.look(next).roles != 0);
}

bool WorkReader::read_abbreviation(Cursor& at, std::vector<Mention>& out, bool bound) const {
  const Word word = at.next_word();
  const LexWord role = world_.look(word);
  if (!role.is(abbreviation)) return false;
  const bool community = role.arg == 3 || role.arg >= 5;
  const bool plain = word.text() == "tec" || word.text() == "tce" || word.text() == "egv";
  if (community && !bound && !plain) return false;
  if (role.arg == 7 && !ends_clause(at, word)) return false;
  if (!word.capitals && word.text() != "euratom" && word.text() != "grcharta" &&
      word.text() != "grch")
    return false;
  std::string_view work = abbreviated[role.arg];
  if (work == "TEU" && world_.date && world_.date < Date::from_ymd(2009, 12, 1))
    work = "TEU-pre2009";
  if (work == "TEU" && at.text().substr(word.end, 8) == "-pre2009") work = "TEU-pre2009";
  out.push_back({key(work), type_of(key(work)), word.begin, word.end});
  at.take(word);
  if (work == "TEU-pre2009" && at.text().substr(word.end, 8) == "-pre2009") at.skip(8);
  return true;
}

// The word that begins the name of a treaty which is not one of the list.
bool WorkReader::is_other_treaty(std::string_view next) const {
  constexpr std::array<std::array<std::string_view, 8>, 4> openers{{
      {"of", "between", "concerning", "establishing", "on", "for", "amending", "with"},
      {"van", "inzake", "tussen", "tot", "betreffende", "met", "over", ""},
      {"de", "d", "entre", "sur", "instituant", "relatif", "concernant", "avec"},
      {"von", "zwischen", "\xC3\xBC\x62\x65r", "zur", "mit", "vom", "", ""},
  }};
  const auto& row = openers[static_cast<std::size_t>(world_.language)];
  return !next.empty() && std::find(row.begin(), row.end(), next) != row.end();
}

bool WorkReader::read_treaty(Cursor& at, std::vector<Mention>& out, bool bound) const {
  Cursor here = at;
  const Word word = here.next_word();
  if (!world_.look(word).is(treaty)) return false;
  if (world_.language != Language::fr && !word.capital) return false;
  if (world_.language == Language::de && !bound) return false;
  here.take(word);
  const Word next = here.next_word();
  if (is_other_treaty(next.text()) ||
      (world_.language == Language::en && is_other_charter(here, word, bound))) {
    if (!bound && world_.language == Language::fr) return false;
    out.push_back({{}, 'X', word.begin, word.end});
    at.take(word);
    return true;
  }
  const Citation work = key(treaty_of(world_.date));
  out.push_back({work, 'T', word.begin, word.end});
  at.take(word);
  return true;
}

// ---- what acquis does not key

// "EWR-Abkommen", "Vluchtelingenverdrag": in Dutch and German the noun ends a longer word.
bool WorkReader::is_foreign_compound(const Word& word) const {
  constexpr std::array<std::string_view, 9> dutch{"verdrag",   "overeenkomst", "handvest",
                                                  "conventie", "statuut",      "wetboek",
                                                  "grondwet",  "akkoord",      "reglement"};
  constexpr std::array<std::string_view, 14> german{
      "abkommen", "abkommens",  "konvention",  "pakt",         "pakts",   "charta",     "gesetz",
      "gesetzes", "gesetzbuch", "gesetzbuchs", "gesetzbuches", "satzung", "verfassung", "ordnung"};
  const auto ends = [&](std::string_view noun) {
    return word.size > noun.size() && word.text().ends_with(noun);
  };
  if (world_.language == Language::nl) return std::any_of(dutch.begin(), dutch.end(), ends);
  return world_.language == Language::de && std::any_of(german.begin(), german.end(), ends);
}

bool WorkReader::read_foreign(Cursor& at, std::vector<Mention>& out) const {
  Cursor here = at;
  const int most = world_.language == Language::fr || world_.language == Language::nl ? 4 : 9;
  for (int i = 0; i < most; ++i) {
    here.skip_space();
    unsigned number = 0;
    std::size_t count = 0;
    if (here.digits(4, number, count)) continue;
    const Word word = here.word();
    if (word.empty()) return false;
    const LexWord role = world_.look(word);
    const bool needs_capital = world_.language == Language::en || world_.language == Language::de;
    const bool noun = role.is(foreign) || is_foreign_compound(word) ||
                      (role.is(unit) && role.level() == Level::protocol);
    if (noun && (word.capital || !needs_capital || word.text() == "conclusions")) {
      here.take(word);
      out.push_back({{}, 'X', word.begin, word.end});
      at.go(here.at());
      return true;
    }
    if (role.is(act) && i > 0) return false;
    if (i > 0 && role.is(unit | act | thereof)) return false;
    here.take(word);
  }
  return false;
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
