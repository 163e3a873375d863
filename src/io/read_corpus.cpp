// Reads one corpus file into a builder: first the shape, element by element, by the tables of
// format.hpp; then what the elements say.
#include <absl/strings/str_format.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <pugixml.hpp>

#include "acquis/io/load.hpp"
#include "detail/nearest.hpp"
#include "io/format.hpp"
#include "io/source_text.hpp"
#include "io/well_formed.hpp"

namespace acquis {
inline namespace v0 {
namespace {

using detail::AttributeRule;
using detail::Element;
using detail::Value;

constexpr std::string_view corpus_namespace = "urn:acquis:corpus:1";
constexpr std::string_view instance = "http://www.w3.org/2001/XMLSchema-instance";
constexpr unsigned parse_flags = pugi::parse_escapes | pugi::parse_wconv_attribute |
                                 pugi::parse_cdata | pugi::parse_eol | pugi::parse_doctype;

// No sound element has more; what looks each of them up stays linear.
constexpr std::size_t most_attributes = 64;
constexpr std::size_t most_prefixes = 8;

class Reader {
 public:
  Reader(const CorpusText& input, const LoadOptions& options, CorpusBuilder& builder,
         Diagnostics& problems)
      : source_(input.xml),
        file_(input.name),
        options_(options),
        builder_(builder),
        problems_(problems) {}

  bool run() {
    if (source_.text().size() > options_.max_bytes)
      return fail(0, "ACQ0301", absl::StrFormat("larger than %d bytes", options_.max_bytes));
    if (!parse()) return false;
    walk();
    return !failed_;
  }

 private:
  // One element under way: its draft, and the next of its children to visit.
  struct Frame {
    Element element{};
    DraftId draft = none<DraftId>;
    std::string_view about;  // of an <about>: the node its edges leave
    int stage = 0;
    bool labelled = false;
    pugi::xml_node next{};
  };

  bool parse() {
    const detail::Form form = detail::check_form(source_.text(), options_.max_problems);
    for (const detail::Flaw& flaw : form.flaws)
      fail(flaw.offset, flaw.doctype ? "ACQ0110" : "ACQ0101", flaw.message, flaw.hint);
    if (!form.readable) return false;
    inner_namespaces_ = form.inner_namespaces;
    buffer_.assign(source_.text());
    const auto result = document_.load_buffer_inplace(buffer_.data(), buffer_.size(), parse_flags,
                                                      pugi::encoding_utf8);
    if (!result && form.flaws.empty())
      fail((std::min)(static_cast<std::size_t>(result.offset), source_.text().size()), "ACQ0101",
           absl::StrFormat("not well-formed XML: %s", result.description()));
    return static_cast<bool>(result);
  }

  void walk() {
    const pugi::xml_node root = find_root();
    if (!root) return;
    enter_root(root);
    while (!stack_.empty() && !overflown_) {
      Frame& top = stack_.back();
      const pugi::xml_node node = top.next;
      if (!node) {
        stack_.pop_back();
        continue;
      }
      top.next = node.next_sibling();
      if (node.type() == pugi::node_element)
        enter(node);
      else if (is_text(node))
        fail(offset(node), "ACQ0107", "text does not belong here",
             "words go into attributes: label, note, at");
    }
  }

  pugi::xml_node find_root() {
    const pugi::xml_node root = document_.document_element();
    for (const pugi::xml_attribute attribute : root.attributes())
      if (const auto prefix = declared_prefix(attribute.name());
          prefix && prefixes_.size() < most_prefixes &&
          std::string_view(attribute.value()) == corpus_namespace)
        prefixes_.push_back(*prefix);
    instance_bound_ = text(root, "xmlns:xsi") == instance;
    if (local_name(root) == "corpus") return root;
    fail(offset(root), "ACQ0108",
         absl::StrFormat("the root must be <corpus xmlns=\"%s\">", corpus_namespace));
    return {};
  }

  // "x:" of "xmlns:x", "" of "xmlns".
  static std::optional<std::string> declared_prefix(std::string_view attribute) {
    if (attribute == "xmlns") return std::string();
    if (attribute.substr(0, 6) == "xmlns:") return std::string(attribute.substr(6)) + ":";
    return std::nullopt;
  }

  // The name without its prefix; empty if it is not of the corpus' namespace.
  std::string_view local_name(pugi::xml_node node) const {
    const std::string_view name = node.name();
    const std::size_t colon = name.find(':');
    const std::size_t width = colon == std::string_view::npos ? 0 : colon + 1;
    const bool known =
        std::find(prefixes_.begin(), prefixes_.end(), name.substr(0, width)) != prefixes_.end();
    return known ? name.substr(width) : std::string_view();
  }

  // Namespaces are declared on the root; below it they may be repeated, not changed.
  bool check_namespaces(pugi::xml_node node) {
    bool sound = true;
    for (const pugi::xml_attribute attribute : node.attributes()) {
      const auto prefix = declared_prefix(attribute.name());
      if (!prefix) continue;
      const bool ours = std::string_view(attribute.value()) == corpus_namespace;
      const bool known = std::find(prefixes_.begin(), prefixes_.end(), *prefix) != prefixes_.end();
      if (ours != known)
        sound = fail(source_.attribute(offset(node), std::string_view(attribute.name())), "ACQ0108",
                     absl::StrFormat("another namespace for \"%s\"", *prefix),
                     "declare namespaces on <corpus>, once");
    }
    return sound;
  }

  void enter_root(pugi::xml_node root) {
    check_attributes(root, Element::corpus);
    PartFacts part;
    part.id = root.attribute("id").value();
    part.title = root.attribute("title").value();
    part.licence = root.attribute("licence").value();
    part.file = std::string(file_);
    std::vector<Position> uses_at;
    for (const pugi::xml_node child : root.children())
      if (local_name(child) == "uses") {
        part.uses.emplace_back(child.attribute("corpus").value());
        uses_at.push_back(position(child));
      } else if (local_name(child) == "waive") {
        part.waivers.push_back({child.attribute("rule").value(), child.attribute("reason").value(),
                                child.attribute("ref").value(), position(child)});
      }
    builder_.begin_part(std::move(part), position(root), std::move(uses_at));
    stack_.push_back({Element::corpus, none<DraftId>, {}, 0, false, root.first_child()});
  }

  void enter(pugi::xml_node node) {
    if (inner_namespaces_ && !check_namespaces(node)) return;
    std::string_view name = local_name(node);
    Element element = detail::element_named(name);
    if (element == Element::unknown) {
      name = unknown_element(node);
      element = detail::element_named(name);
    }
    if (element == Element::unknown) return;
    if (stack_.size() >= options_.max_depth) {
      fail(offset(node), "ACQ0304", absl::StrFormat("nested deeper than %d", options_.max_depth));
      return;
    }
    Frame& parent = stack_.back();
    const bool allowed = check_place(node, element, parent);
    const bool sound = check_attributes(node, element) && allowed;
    if (detail::is_bare(element) && !node.first_child()) check_nothing_inside(node);
    Frame frame{element, none<DraftId>, {}, 0, false, node.first_child()};
    // A node that is in error is known all the same: what refers to it is not in error too.
    const bool known = detail::is_node(element) ? is_identified(node, element) : sound;
    if (known && within_limits(node)) say(node, element, name, allowed ? &parent : nullptr, frame);
    stack_.push_back(frame);
  }

  static bool is_identified(pugi::xml_node node, Element element) {
    const AttributeRule& identity = detail::attributes_of(element).front();
    return is_valid(identity.value, text(node, identity.name.data()));
  }

  // Not even a space, as the schema has it.
  void check_nothing_inside(pugi::xml_node node) {
    const std::size_t inside = source_.content(offset(node));
    if (inside < source_.text().size() && detail::is_space(source_.text()[inside]))
      fail(inside, "ACQ0107", absl::StrFormat("nothing may stand inside <%s>", node.name()),
           absl::StrFormat("write <%s .../>", node.name()));
  }

  // Words, or a space that was written as &#32;.
  bool is_text(pugi::xml_node node) const {
    if (node.type() == pugi::node_cdata) return true;
    if (node.type() != pugi::node_pcdata) return false;
    const std::string_view words = node.value();
    return detail::is_bare(stack_.back().element) ||
           !std::all_of(words.begin(), words.end(), detail::is_space);
  }

  bool within_limits(pugi::xml_node node) {
    if (builder_.node_count() >= options_.max_nodes)
      return fail(offset(node), "ACQ0302",
                  absl::StrFormat("more than %d nodes", options_.max_nodes));
    if (builder_.edge_count() >= options_.max_edges)
      return fail(offset(node), "ACQ0303",
                  absl::StrFormat("more than %d edges", options_.max_edges));
    return true;
  }

  // What the schema says of places.
  bool check_place(pugi::xml_node node, Element element, Frame& parent) {
    const int stage = detail::stage(element);
    const bool repeated_label = element == Element::label && parent.labelled;
    const bool late = stage < parent.stage || repeated_label;
    parent.labelled = parent.labelled || element == Element::label;
    if (!detail::may_contain(parent.element, element))
      return fail(offset(node), "ACQ0103",
                  absl::StrFormat("<%s> does not belong here", node.name()));
    parent.stage = (std::max)(parent.stage, stage);
    if (late)
      return fail(offset(node), "ACQ0103",
                  repeated_label ? std::string("a second <label>")
                                 : absl::StrFormat("<%s> comes too late", node.name()),
                  element == Element::label
                      ? "the label comes first, once, in all its languages"
                      : "uses, then source, then waive, then everything else");
    return true;
  }

  // What was meant, if that can be guessed.
  std::string_view unknown_element(pugi::xml_node node) {
    detail::Nearest nearest(local_name(node));
    for (const std::string_view name : detail::element_names()) nearest.offer(name);
    fail(offset(node), "ACQ0102",
         absl::StrFormat("no element is named <%s>", detail::shortened(node.name())),
         nearest.hint());
    const auto names = detail::element_names();
    const auto meant = std::find(names.begin(), names.end(), nearest.best());
    return meant == names.end() ? std::string_view() : *meant;
  }

  bool check_attributes(pugi::xml_node node, Element element) {
    const auto rules = detail::attributes_of(element);
    bool sound = true;
    std::uint32_t seen = 0;
    std::size_t k = 0;
    for (const pugi::xml_attribute attribute : node.attributes()) {
      const auto at = [&, mine = k++] { return source_.attribute(offset(node), mine); };
      const auto rule = std::find_if(rules.begin(), rules.end(), [&](const AttributeRule& r) {
        return r.name == attribute.name();
      });
      if (rule == rules.end()) {
        if (k > most_attributes || !is_xml_matter(node, attribute.name()))
          sound = unknown_attribute(at(), node, attribute, rules);
        else if (node.attribute(attribute.name()) != attribute)
          sound = fail(at(), "ACQ0109", "this attribute is given twice");
        continue;
      }
      const std::uint32_t bit = 1u << static_cast<unsigned>(rule - rules.begin());
      if ((seen & bit) != 0) sound = fail(at(), "ACQ0109", "this attribute is given twice");
      seen |= bit;
      if (!is_valid(rule->value, attribute.value())) sound = bad_value(at(), attribute, *rule);
    }
    for (std::size_t i = 0; i < rules.size(); ++i)
      if (rules[i].required && (seen & (1u << i)) == 0)
        sound = fail(offset(node), "ACQ0105",
                     absl::StrFormat("<%s> needs %s=\"...\"", node.name(), rules[i].name));
    return sound;
  }

  bool is_xml_matter(pugi::xml_node node, std::string_view name) const {
    if (name == "xmlns" || name.substr(0, 6) == "xmlns:") return true;
    if (name != "xsi:schemaLocation" && name != "xsi:noNamespaceSchemaLocation") return false;
    return instance_bound_ || text(node, "xmlns:xsi") == instance;
  }
  bool unknown_attribute(std::size_t at, pugi::xml_node node, pugi::xml_attribute attribute,
                         std::span<const AttributeRule> rules) {
    detail::Nearest nearest(attribute.name());
    for (const AttributeRule& rule : rules) nearest.offer(rule.name);
    return fail(at, "ACQ0104",
                absl::StrFormat("<%s> has no attribute %s", node.name(),
                                detail::shortened(attribute.name())),
                nearest.hint());
  }
  bool bad_value(std::size_t at, pugi::xml_attribute attribute, const AttributeRule& rule) {
    detail::Nearest nearest(attribute.value());
    for (const std::string_view word : words_of(rule.value)) nearest.offer(word);
    return fail(at, "ACQ0106",
                absl::StrFormat("%s=\"%s\": expected %s", attribute.name(),
                                detail::shortened(attribute.value()), describe(rule.value)),
                nearest.hint());
  }

  // What the element says. No parent: it stands where it may not.
  void say(pugi::xml_node node, Element element, std::string_view name, const Frame* parent,
           Frame& frame) {
    switch (element) {
      case Element::source:
        return say_source(node);
      case Element::label:
        return say_label(node, parent->draft);
      case Element::about:
        frame.about = text(node, "ref");
        return;
      case Element::edge:
        return say_edge(node, *parse_edge_kind(name), *parent);
      case Element::corpus:
      case Element::uses:
      case Element::waive:
      case Element::unknown:
        return;
      default:
        say_node(node, element, parent != nullptr ? parent->draft : none<DraftId>, frame);
    }
  }

  static std::string_view text(pugi::xml_node node, const char* name) {
    return node.attribute(name).value();
  }
  static Date day(pugi::xml_node node, const char* name) {
    return detail::read_day(text(node, name)).value_or(Date());
  }

  void say_source(pugi::xml_node node) {
    SourceFacts facts;
    facts.id = text(node, "id");
    facts.title = text(node, "title");
    facts.url = text(node, "url");
    facts.date = day(node, "date");
    builder_.add_source(std::move(facts), position(node));
  }

  void say_label(pugi::xml_node node, DraftId draft) {
    if (draft == none<DraftId>) return;
    for (const Language language : languages) {
      const std::string_view label = node.attribute(to_text(language).data()).value();
      if (!label.empty()) builder_.set_label(draft, language, label);
    }
  }

  void say_node(pugi::xml_node node, Element element, DraftId parent, Frame& frame) {
    if (element == Element::provision && parent == none<DraftId>) return;  // in error already
    frame.draft = add_node(node, element, parent);
    builder_.set_validity(frame.draft, {day(node, "from"), day(node, "to")});
    builder_.set_statement(frame.draft, text(node, "source"), text(node, "at"));
    if (const auto in = text(node, "in"); is_valid(Value::ref, in))
      builder_.contain(frame.draft, in, attribute_position(node, "in"));
    if (const auto print = text(node, "fingerprint"); is_valid(Value::fingerprint, print))
      builder_.set_words(frame.draft, *detail::read_fingerprint(print), text(node, "text"));
    if (is_true(text(node, "complete"))) builder_.set_complete(frame.draft);
    if (element == Element::instrument) say_instrument(node, frame.draft);
    if (is_valid(Value::ids, text(node, "held_by"))) say_holders(node, frame.draft);
  }

  static bool is_true(std::string_view word) { return word == "true"; }

  DraftId add_node(pugi::xml_node node, Element element, DraftId parent) {
    if (element == Element::provision)
      return builder_.add_provision(text(node, "id"), parent, position(node));
    if (element == Element::instrument)
      return builder_.add_node(NodeKind::instrument, text(node, "key"), parent, position(node));
    const NodeKind kind = detail::kind_of(element);
    key_.assign(to_text(kind)).append(":").append(text(node, "id"));
    return builder_.add_node(kind, key_, parent, position(node));
  }

  void say_instrument(pugi::xml_node node, DraftId draft) {
    InstrumentFacts facts;
    facts.type = parse_instrument_type(text(node, "type")).value_or(InstrumentType{});
    facts.celex = text(node, "celex");
    facts.eli = text(node, "eli");
    facts.life = {.proposed = day(node, "proposed"),
                  .document = day(node, "document"),
                  .in_force = day(node, "in_force"),
                  .applicable = day(node, "applicable"),
                  .end = day(node, "end"),
                  .repealed = text(node, "ended") == "repealed"};
    const bool has_end = !text(node, "end").empty();
    if (has_end != !text(node, "ended").empty())
      fail(source_.attribute(offset(node), std::string_view(has_end ? "end" : "ended")), "ACQ0213",
           has_end ? "end=\"...\" needs ended=\"repealed\" or ended=\"expired\""
                   : "ended=\"...\" needs the last day in force, end=\"...\"");
    builder_.set_instrument(draft, facts);
  }

  void say_holders(pugi::xml_node node, DraftId draft) {
    for (std::string_view holders = text(node, "held_by"); !holders.empty();) {
      const std::size_t width = (std::min)(holders.find(' '), holders.size());
      key_ = "actor:";
      key_.append(holders.substr(0, width));
      builder_.add_edge(
          draft, EdgeKind::held_by, key_,
          {.evidence = Evidence::stated, .source = text(node, "source"), .at = text(node, "at")},
          attribute_position(node, "held_by"));
      holders.remove_prefix((std::min)(width + 1, holders.size()));
    }
  }

  void say_edge(pugi::xml_node node, EdgeKind kind, const Frame& parent) {
    const EdgeFacts facts{.evidence = *parse_evidence(text(node, "evidence")),
                          .source = text(node, "source"),
                          .at = text(node, "at"),
                          .note = text(node, "note"),
                          .validity = {day(node, "from"), day(node, "to")},
                          .reviewed = day(node, "reviewed"),
                          .fingerprint = text(node, "fingerprint")};
    if (!parent.about.empty())
      builder_.add_edge(parent.about, kind, text(node, "ref"), facts, position(node));
    else if (parent.draft != none<DraftId>)
      builder_.add_edge(parent.draft, kind, text(node, "ref"), facts, position(node));
  }

  // Of an element the place of its "<"; of a text where the text begins.
  std::size_t offset(pugi::xml_node node) const {
    const auto at = node.offset_debug();
    if (at < 0) return 0;
    const auto place = static_cast<std::size_t>(at);
    if (node.type() == pugi::node_element) return place > 0 ? place - 1 : place;
    const std::size_t word = source_.text().find_first_not_of(" \t\r\n", place);
    return word == std::string_view::npos ? place : word;
  }
  Position position(pugi::xml_node node) const { return source_.position(offset(node)); }
  Position attribute_position(pugi::xml_node node, std::string_view name) const {
    return source_.position(source_.attribute(offset(node), name));
  }

  bool fail(std::size_t offset, std::string_view code, std::string message, std::string hint = {}) {
    failed_ = true;
    if (overflown_) return false;
    const Position at = source_.position(offset);
    overflown_ = found_++ >= options_.max_problems;
    if (overflown_) {
      code = "ACQ0306";
      message = absl::StrFormat("more than %d problems; those from here on are not reported",
                                options_.max_problems);
      hint.clear();
    }
    problems_.push_back({Severity::error, std::string(code), std::string(file_), at.line, at.column,
                         source_.excerpt(at), std::move(message), std::move(hint)});
    return false;
  }

  detail::SourceText source_;
  std::string_view file_;
  const LoadOptions& options_;
  CorpusBuilder& builder_;
  Diagnostics& problems_;
  std::string buffer_;
  pugi::xml_document document_;
  std::vector<std::string> prefixes_;  // that stand for the corpus' namespace
  bool inner_namespaces_ = false;
  bool instance_bound_ = false;
  std::vector<Frame> stack_;
  std::string key_;
  std::size_t found_ = 0;
  bool failed_ = false;
  bool overflown_ = false;
};

}  // namespace

bool read_corpus(const CorpusText& text, const LoadOptions& options, CorpusBuilder& builder,
                 Diagnostics& problems) {
  return Reader(text, options, builder, problems).run();
}

}  // namespace v0
}  // namespace acquis
