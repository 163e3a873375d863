#include "io/import/act_writer.hpp"

#include <algorithm>
#include <utility>

#include "corpus/work_type.hpp"
#include "io/import/formulas.hpp"
#include "io/import/printed_number.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

bool is_listed(Level level) { return level == Level::point || level == Level::indent; }

bool is_basis_connective(Connective connective) {
  return connective == Connective::having_regard_to || connective == Connective::in_particular ||
         connective == Connective::on_the_basis_of;
}

// Only a place inside a treaty or an act carries something.
bool can_carry(const Citation& target) {
  return !target.is_work() && target.last().level != Level::protocol;
}

// Where the sentence that holds byte `at` begins.
std::size_t sentence_start(std::string_view text, std::size_t at) {
  const std::size_t stop = text.substr(0, at).rfind(". ");
  return stop == std::string_view::npos ? 0 : stop + 2;
}

// How far from the beginning of its sentence the subject may stand: "The second paragraph of".
constexpr std::size_t widest_subject = 60;

}  // namespace

void ActWriter::begin(const Citation& work, const TextRun& title, Spot spot) {
  act_.work = work;
  act_.type = type_of_work(work.key());
  act_.title = std::string(title.text());
  act_.places.push_back({0, spot, {}, {}, {}, 0, false});
  Frame frame;
  frame.context = work;
  frames_.push_back(std::move(frame));
  if (options_.citations) refer_title(title, spot);
}

bool ActWriter::is_article_level() const noexcept {
  return frames_.size() > 1 && frames_.back().level == Level::article;
}

// Articles are numbered through their work, whatever groups them.
const std::string& ActWriter::anchor_key(std::size_t frame, Level level) const {
  while (level == Level::article && frame > 0 && is_grouping(frames_[frame].level)) --frame;
  return frames_[frame].key;
}

// The points of a loose place are listed under its parent, all or none.
std::size_t ActWriter::parent_frame(Level level, const std::string& segment) {
  std::size_t at = frames_.size() - 1;
  Frame& top = frames_[at];
  if (!top.loose || !is_listed(level)) return at;
  if (!std::exchange(top.decided, true))
    top.own_points = keys_.contains(anchor_key(at - 1, level) + "/" + segment);
  return top.own_points ? at : at - 1;
}

// The key, made the only one of its kind by a second number if it has to be.
std::string ActWriter::free_key(const std::string& parent, std::string& segment) {
  std::string key = parent + "/" + segment;
  for (int i = 2; keys_.contains(key); ++i) {
    std::string next = segment + "-" + std::to_string(i);
    key = parent + "/" + next;
    if (!keys_.contains(key)) segment = std::move(next);
  }
  return key;
}

std::uint32_t ActWriter::open(Level level, std::string value, Spot spot) {
  return open_loose(level, std::move(value), spot, false);
}

std::uint32_t ActWriter::open_loose(Level level, std::string value, Spot spot, bool alone) {
  const auto l = static_cast<std::size_t>(level);
  const bool counted = value.empty();
  std::size_t parent = frames_.size() - 1;
  if (counted) value = std::to_string(frames_[parent].counts[l] + 1);
  std::string name = segment(level, value);
  parent = parent_frame(level, name);
  ++frames_[parent].counts[l];
  if (parent + 1 != frames_.size()) ++frames_.back().counts[l];

  Frame frame;
  frame.key = free_key(anchor_key(parent, level), name);
  frame.level = level;
  frame.loose = alone || level == Level::subparagraph;
  const Frame& around = frames_.back();
  std::size_t anchor = frames_.size() - 1;
  while (level == Level::article && anchor > 0 && is_grouping(frames_[anchor].level)) --anchor;
  const Segment step{level, std::string_view(name).substr(4)};
  const Citation inside = frames_[anchor].context.child(step);
  frame.context = alone || !inside ? around.context : inside;
  frame.place = static_cast<std::uint32_t>(act_.places.size());
  keys_.emplace(frame.key, frame.place);
  act_.places.push_back({frames_[parent].place, spot, std::move(name), {}, {}, 0, in_preamble_});
  frames_.push_back(std::move(frame));
  return frames_.back().place;
}

void ActWriter::close() { frames_.pop_back(); }

void ActWriter::heading(std::string_view text) {
  std::string& heading = act_.places[current()].heading;
  if (text.empty()) return;
  if (!heading.empty()) heading += ' ';
  heading += text;
}

void ActWriter::paragraph(const TextRun& run, Words words, std::uint32_t file) {
  const std::string_view text = run.text();
  if (text.empty()) return;
  if (words != Words::note) keep(text);
  if (options_.citations && words != Words::quoted) refer(text, run, words, file);
}

void ActWriter::note_of(std::uint32_t place, const TextRun& run, std::uint32_t file) {
  const std::uint32_t before = std::exchange(frames_.back().place, place);
  paragraph(run, Words::note, file);
  frames_.back().place = before;
}

void ActWriter::keep(std::string_view text) {
  ActPlace& place = act_.places[current()];
  place.fingerprint = fingerprint(text, place.fingerprint);
  if (!options_.keep_text) return;
  if (!place.text.empty()) place.text += ' ';
  place.text += text;
}

void ActWriter::refer(std::string_view text, const TextRun& run, Words words, std::uint32_t file) {
  CiteContext context;
  context.language = act_.language;
  context.date = act_.date;
  // A preamble stands in the act as a whole.
  const bool whole = words == Words::preamble || words == Words::visa;
  const bool apart = words == Words::apart || words == Words::note;
  if (!apart) context.place = whole ? act_.work : place();
  found_.clear();
  if (apart) {
    ReadingState fresh;
    extract_citations(text, context, fresh, found_);
  } else {
    extract_citations(text, context, state_, found_);
  }
  const bool basis = words == Words::visa && names_basis(text, act_.language);
  for (const Reference& reference : found_.references) {
    const bool relative = reference.status == ReferenceStatus::unresolved;
    if (apart && relative) continue;
    ++act_.references;
    if (!reference.target) {
      ++act_.open;
      continue;
    }
    const Spot spot{file, static_cast<std::uint32_t>(run.offset(reference.begin))};
    link(reference, kind_of(reference, text, words, basis), spot);
  }
}

EdgeKind ActWriter::kind_of(const Reference& reference, std::string_view text, Words words,
                            bool basis) const {
  const bool particular = reference.connective == Connective::none &&
                          reference.begin > particular_in(text, act_.language);
  if (basis && (particular || is_basis_connective(reference.connective)) &&
      can_carry(reference.target))
    return EdgeKind::legal_basis;
  const bool own = reference.target.work() == act_.work.work();
  if (words != Words::enacting || own) return EdgeKind::cites;
  const std::size_t start = sentence_start(text, reference.phrase_begin);
  const bool leads =
      reference.phrase_begin - start <= widest_subject &&
      std::none_of(found_.references.begin(), found_.references.end(), [&](const Reference& r) {
        return r.phrase_begin >= start && r.phrase_begin < reference.phrase_begin;
      });
  if (!leads) return EdgeKind::cites;
  return verb_behind(text.substr(reference.phrase_end), act_.language).value_or(EdgeKind::cites);
}

void ActWriter::refer_title(const TextRun& title, Spot spot) {
  CiteContext context;
  context.language = act_.language;
  context.place = act_.work;
  context.date = act_.date;
  for (const Reference& reference : extract_citations(title.text(), context).references) {
    if (!reference.target || reference.target.work() == act_.work.work()) continue;
    ++act_.references;
    const EdgeKind kind = reference.connective == Connective::amending    ? EdgeKind::amends
                          : reference.connective == Connective::repealing ? EdgeKind::repeals
                                                                          : EdgeKind::cites;
    link(reference, kind, {spot.file, static_cast<std::uint32_t>(title.offset(reference.begin))});
  }
}

void ActWriter::link(const Reference& reference, EdgeKind kind, Spot spot) {
  ActEdge edge;
  edge.from = kind == EdgeKind::legal_basis ? 0 : current();
  edge.kind = kind;
  edge.to = reference.target;
  edge.spot = spot;
  act_.edges.push_back(edge);
  if (reference.last)
    ranges_.push_back({static_cast<std::uint32_t>(act_.edges.size() - 1), reference.last});
}

void ActWriter::stated(const Citation& from, EdgeKind kind, const Citation& to, Spot spot,
                       std::string_view note) {
  ActEdge edge;
  edge.from_key = from;
  edge.kind = kind;
  edge.evidence = Evidence::stated;
  edge.to = to;
  edge.spot = spot;
  edge.note = std::string(note);
  act_.edges.push_back(std::move(edge));
}

void ActWriter::amended_by(const Citation& from, EdgeKind kind, std::uint32_t place, Spot spot,
                           std::string_view note) {
  std::string key;
  for (std::uint32_t p = place; p != 0; p = act_.places[p].parent) {
    const std::string& name = act_.places[p].segment;
    const auto level = level_from_code(std::string_view(name).substr(0, 3));
    key.insert(0, "/" + name);
    if (level != Level::article) continue;
    while (act_.places[p].parent != 0) {
      const std::string& outer = act_.places[act_.places[p].parent].segment;
      if (!is_grouping(*level_from_code(std::string_view(outer).substr(0, 3)))) break;
      p = act_.places[p].parent;
    }
  }
  if (const auto to = Citation::from_key(std::string(act_.work.key()) + key))
    stated(from, kind, *to, spot, note);
}

void ActWriter::finish() { settle_references(act_, keys_, ranges_); }

}  // namespace detail
}  // namespace v0
}  // namespace acquis
