// The main loop of the citation reader and what it remembers. Private.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "acquis/citation/extract.hpp"
#include "citation/read/phrase.hpp"
#include "citation/read/text_world.hpp"

namespace acquis {
inline namespace v0 {

// The members of a state, for the reader alone.
struct ReadingStateAccess {
  explicit ReadingStateAccess(ReadingState& state) noexcept
      : defined(state.defined_),
        mentions(state.mentions_),
        paragraph(state.paragraph_),
        amended(state.amended_),
        amended_from(state.amended_from_),
        quoted(state.quoted_),
        beginnings(state.beginnings_),
        beginnings_of(state.beginnings_of_),
        beginnings_stamp(state.beginnings_stamp_) {}

  WorkNames& defined;
  std::vector<ReadingState::Antecedent>& mentions;
  std::uint32_t& paragraph;
  Citation& amended;
  Citation& amended_from;
  bool& quoted;
  std::vector<std::uint64_t>& beginnings;
  const WorkNames*& beginnings_of;
  std::size_t& beginnings_stamp;
};

namespace detail {

// What was mentioned before, and which of it a pronoun can mean.
class Antecedents {
 public:
  Antecedents(std::string_view text, ReadingStateAccess& state) noexcept
      : text_(text), state_(state) {}

  void add(const Citation& target, char type, std::size_t at, bool embedded,
           std::size_t unsaid = 0);

  // The works a pronoun before byte `at` can mean, the likeliest first; a foreign one is an empty
  // citation. `type` 0: any. Nothing further back than the nearest sentence that has one counts.
  std::vector<Citation> works(char type) const;
  // The same for places: each cut off at the level.
  std::vector<Citation> places(Level level) const;
  // Works named in the paragraph so far, last first.
  const ReadingState::Antecedent* last_act() const noexcept;

 private:
  bool one_sentence(const ReadingState::Antecedent& a, const ReadingState::Antecedent& b) const;
  std::size_t sentence_of(std::size_t at) const;
  bool ends_sentence(std::size_t at) const;

  std::string_view text_;
  ReadingStateAccess& state_;
  mutable std::size_t counted_ = 0;  // sentences were counted up to here
  mutable std::vector<std::size_t> ends_;
};

class Extractor {
 public:
  Extractor(std::string_view text, const CiteContext& context, ReadingState& state,
            Extraction& out);

  // `first`: no reference begins before it.
  void run(std::size_t first);

 private:
  const std::uint64_t* wanted_beginnings();

  // What the main loop meets. Each returns the byte to go on from.
  std::size_t meet(const Word& word, LexWord role);
  std::size_t meet_visa(const Word& word);
  std::size_t meet_works(std::size_t begin);
  std::size_t meet_place_behind(const Mention& mention, std::size_t end);
  std::size_t meet_phrase(const Word& word, LexWord role);
  std::size_t meet_that_work(const Word& pronoun);
  std::size_t skip_own_work(const Word& pronoun);
  std::size_t meet_foreign(const Word& word);
  std::size_t meet_amended(const Word& word);

  // Binding.
  void bind(const Item& item);
  void bind_open(const Item& item);
  void bind_own(const Item& item);
  void bind_that(const Item& item);
  void emit(const Item& item, const Citation& base, ReferenceStatus status);
  void emit_candidates(const Item& item, const std::vector<Citation>& candidates);
  void emit_bare(const Item& item, ReferenceStatus status);
  void emit_work(const Mention& mention, ReferenceStatus status);
  Reference& push(std::size_t begin, std::size_t end, ReferenceStatus status);
  bool is_participle(std::size_t begin) const;
  void note_work(const Mention& mention);
  bool is_quoted_heading(const Phrase& phrase) const;
  bool is_former(std::size_t begin) const;
  static void make_former(Mention& mention);
  Citation named_right_before() const;
  Citation carried_act(const Item& item) const;
  bool unnumbered(const Item& item) const;
  Citation carried_treaty(const Path& path) const;
  Citation own_base(const Path& path) const;
  Citation base_in(const Citation& place, const Path& path) const;
  Citation own_place() const;

  // Visas, titles, amendments.
  void end_visa();
  bool in_visa_clause(std::size_t at) const;
  bool is_apposition(const Mention& mention) const;
  void note_title(const Mention& act);
  void leave_title(std::size_t from, std::size_t to);
  void set_title(const Mention& act, std::size_t from);
  void note_definition(const Mention& mention);
  bool is_name_of_act(std::string_view name) const;
  void define(std::string_view name, const Citation& work);
  bool follows_in(std::size_t begin) const;
  std::size_t amending_verb(std::size_t from, std::size_t most) const;
  bool quotation_after(std::size_t verb) const;
  bool follows_as_follows(const Word& word) const;
  bool enter_amended_place(std::size_t at);
  static Citation cut_to_article(const Citation& place);
  void note_frame(std::size_t begin, std::size_t end);
  bool in_frame(std::size_t at) const;
  bool begins_deeper(std::size_t comma) const;
  bool starts_clause(std::size_t begin) const;
  bool is_amended_after(std::size_t begin, std::size_t end) const;
  bool is_embedded(std::size_t at) const;
  bool is_annexed(std::size_t at);
  void open_quote();
  bool closes_early(std::size_t from) const;
  bool closes_at_end() const;
  bool follows_quotes() const { return frame_ || state_.amended || loose_amendment_; }
  void follow_quotes(std::size_t from, std::size_t to);
  std::size_t sentence_end(std::size_t from, std::size_t most) const;

  std::string_view text_;
  const CiteContext& context_;
  ReadingStateAccess state_;
  Extraction& out_;
  TextWorld world_;
  mutable Tokens tokens_;
  Date date_;
  WorkReader works_;
  PhraseReader phrases_;
  Antecedents antecedents_;
  Phrase phrase_;
  std::vector<Mention> mentions_;

  Citation subject_;                       // of the visa
  std::size_t subject_reference_ = none_;  // its index in the output
  std::size_t visa_ = none_, particular_ = none_;
  bool subject_known_ = false;
  std::size_t embed_from_ = none_;
  std::size_t annexed_at_ = none_;
  std::size_t title_from_ = none_;  // behind an act's number: its title, as far as one can see
  Date title_date_;
  std::size_t defined_end_ = 0;  // names before this byte are being defined
  Citation frame_;
  std::size_t frame_end_ = 0;
  std::size_t frame_ref_ = none_;  // its reference, if what follows stands for it
  std::size_t followed_ = 0;       // quotes were followed up to here
  bool loose_amendment_ = false;   // an act that is not named is being amended
  bool loose_quote_ = false;       // the text is a quotation from an act that is not named
  Citation last_work_;             // named last, and where its name ends
  std::size_t last_work_end_ = none_;
  Connective connective_ = Connective::none;
  static constexpr std::size_t none_ = static_cast<std::size_t>(-1);
};

// The connective that ends right before byte `at`.
Connective connective_before(std::string_view text, std::size_t at, Language language);

}  // namespace detail
}  // namespace v0
}  // namespace acquis
