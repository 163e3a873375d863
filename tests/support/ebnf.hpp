// A grammar read from its published EBNF (ISO/IEC 14977 as far as schemas/*.ebnf go), to make
// sentences of it and to recognise them. Knows nothing of the parser it is compared with.
#pragma once

#include <algorithm>
#include <cctype>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace acquis::testing {

class Ebnf {
 public:
  using Ends = std::set<std::size_t>;

  // `tokens`: rules inside which no blank may stand. `characters`: what a class of characters such
  // as letter may be.
  Ebnf(std::string text, std::set<std::string> tokens,
       std::map<std::string, std::string> characters)
      : text_(std::move(text)), tokens_(std::move(tokens)), characters_(std::move(characters)) {
    for (skip(); at_ < text_.size(); skip()) rule();
    measure();
  }

  bool has(const std::string& name) const { return rules_.count(name) != 0; }
  std::set<std::string> literals() const { return literals_; }
  // Names that are used and neither defined nor a class of characters.
  std::set<std::string> undefined() const {
    std::set<std::string> out;
    for (const std::string& name : used_)
      if (!has(name) && characters_.count(name) == 0) out.insert(name);
    return out;
  }

  // A sentence, with a blank between tokens; deep choices are left out when `depth` is used up.
  std::string sentence(const std::string& name, std::mt19937& random, int depth) const {
    std::string out;
    make(*rules_.at(name), random, depth, tokens_.count(name) != 0, out);
    return out;
  }

  bool recognises(const std::string& name, std::string_view input) const {
    Memo memo;
    const Ends ends = match_rule(name, input, blanks(input, 0), false, memo);
    return std::any_of(ends.begin(), ends.end(),
                       [&](std::size_t end) { return blanks(input, end) == input.size(); });
  }

 private:
  struct Node {
    enum class Kind { literal, name, sequence, choice, repeated, optional, except } kind{};
    std::string text{};
    std::vector<std::unique_ptr<Node>> inner{};
  };
  using NodePtr = std::unique_ptr<Node>;
  using Memo = std::map<std::pair<std::string, std::size_t>, Ends>;

  static NodePtr node(Node::Kind kind, std::string text = {}) {
    auto out = std::make_unique<Node>();
    out->kind = kind;
    out->text = std::move(text);
    return out;
  }

  // Reading.
  void skip() {
    for (;;) {
      while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) != 0) ++at_;
      if (text_.compare(at_, 2, "(*") != 0) return;
      at_ = text_.find("*)", at_) + 2;
    }
  }
  bool take(char c) {
    skip();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  void need(char c) {
    if (!take(c))
      throw std::runtime_error(std::string("EBNF: expected ") + c + " at " + text_.substr(at_, 20));
  }
  std::string identifier() {
    skip();
    const std::size_t begin = at_;
    while (at_ < text_.size() &&
           (std::isalnum(static_cast<unsigned char>(text_[at_])) != 0 || text_[at_] == '_'))
      ++at_;
    if (at_ == begin) throw std::runtime_error("EBNF: expected a name at " + text_.substr(at_, 20));
    return text_.substr(begin, at_ - begin);
  }
  void rule() {
    const std::string name = identifier();
    need('=');
    rules_[name] = choice();
    need(';');
  }
  NodePtr choice() {
    NodePtr out = node(Node::Kind::choice);
    do out->inner.push_back(sequence());
    while (take('|'));
    return out;
  }
  NodePtr sequence() {
    NodePtr out = node(Node::Kind::sequence);
    do out->inner.push_back(exception());
    while (take(','));
    return out;
  }
  NodePtr exception() {
    NodePtr what = factor();
    if (!take('-')) return what;
    NodePtr out = node(Node::Kind::except);
    out->inner.push_back(std::move(what));
    out->inner.push_back(factor());
    return out;
  }
  NodePtr factor() {
    skip();
    const char c = text_[at_];
    if (c == '"' || c == '\'') {
      const std::size_t end = text_.find(c, at_ + 1);
      NodePtr out = node(Node::Kind::literal, text_.substr(at_ + 1, end - at_ - 1));
      at_ = end + 1;
      literals_.insert(out->text);
      return out;
    }
    if (take('(')) return closed(choice(), ')');
    if (take('{')) return wrapped(Node::Kind::repeated, closed(choice(), '}'));
    if (take('[')) return wrapped(Node::Kind::optional, closed(choice(), ']'));
    NodePtr out = node(Node::Kind::name, identifier());
    used_.insert(out->text);
    return out;
  }
  NodePtr closed(NodePtr inner, char close) {
    need(close);
    return inner;
  }
  static NodePtr wrapped(Node::Kind kind, NodePtr inner) {
    NodePtr out = node(kind);
    out->inner.push_back(std::move(inner));
    return out;
  }

  // Making.
  static std::size_t below(std::mt19937& random, std::size_t n) { return random() % n; }

  void make(const Node& n, std::mt19937& random, int depth, bool token, std::string& out) const {
    switch (n.kind) {
      case Node::Kind::literal:
        if (!token && !out.empty()) out += ' ';
        out += n.text;
        return;
      case Node::Kind::name:
        return make_named(n.text, random, depth, token, out);
      case Node::Kind::sequence:
        for (const auto& inner : n.inner) make(*inner, random, depth, token, out);
        return;
      case Node::Kind::choice:
        return make(*n.inner[pick(n, random, depth)], random, depth, token, out);
      case Node::Kind::repeated:
        for (std::size_t k = below(random, token ? 4 : depth > 0 ? 3 : 1); k > 0; --k)
          make(*n.inner[0], random, depth, token, out);
        return;
      case Node::Kind::optional:
        if (depth > 0 && below(random, 2) == 0) make(*n.inner[0], random, depth, token, out);
        return;
      case Node::Kind::except:
        return make_except(n, random, depth, token, out);
    }
  }
  void make_except(const Node& n, std::mt19937& random, int depth, bool token,
                   std::string& out) const {
    for (;;) {
      std::string text;
      make(*n.inner[0], random, depth, token, text);
      Memo memo;
      if (match(*n.inner[1], text, 0, token, memo).count(text.size()) != 0) continue;
      out += text;
      return;
    }
  }
  void make_named(const std::string& name, std::mt19937& random, int depth, bool token,
                  std::string& out) const {
    if (const auto chars = characters_.find(name); chars != characters_.end()) {
      out += chars->second[below(random, chars->second.size())];
      return;
    }
    const bool inner = token || tokens_.count(name) != 0;
    if (inner && !token && !out.empty()) out += ' ';
    make(*rules_.at(name), random, depth - 1, inner, out);
  }
  // When deep, the alternative that ends soonest.
  std::size_t pick(const Node& n, std::mt19937& random, int depth) const {
    if (depth > 0) return below(random, n.inner.size());
    std::vector<std::size_t> soonest;
    for (std::size_t i = 0; i < n.inner.size(); ++i)
      if (height(*n.inner[i]) == height(n)) soonest.push_back(i);
    return soonest[below(random, soonest.size())];
  }
  // Rules that must be entered, one within the other, to make the shortest sentence.
  int height(const Node& n) const {
    if (n.kind == Node::Kind::repeated || n.kind == Node::Kind::optional) return 0;
    if (n.kind == Node::Kind::name) {
      const auto known = heights_.find(n.text);
      return known == heights_.end() ? characters_.count(n.text) != 0 ? 0 : 1000 : known->second;
    }
    int out = n.kind == Node::Kind::choice ? 1000 : 0;
    for (const auto& inner : n.inner)
      out = n.kind == Node::Kind::choice ? std::min(out, height(*inner))
                                         : std::max(out, height(*inner));
    return out;
  }
  void measure() {
    for (std::size_t pass = 0; pass < rules_.size(); ++pass)
      for (const auto& [name, rule] : rules_) heights_[name] = height(*rule) + 1;
  }

  // Recognising: every place where a match may end.
  static std::size_t blanks(std::string_view input, std::size_t at) {
    while (at < input.size() && (input[at] == ' ' || input[at] == '\n' || input[at] == '\t')) ++at;
    return at;
  }
  Ends match_rule(const std::string& name, std::string_view input, std::size_t at, bool token,
                  Memo& memo) const {
    if (const auto chars = characters_.find(name); chars != characters_.end()) {
      const bool fits = at < input.size() && chars->second.find(input[at]) != std::string::npos;
      return fits ? Ends{at + 1} : Ends{};
    }
    const bool inner = token || tokens_.count(name) != 0;
    if (!token) at = blanks(input, at);
    const auto key = std::pair(name, at);
    if (const auto known = memo.find(key); known != memo.end()) return known->second;
    Ends ends = match(*rules_.at(name), input, at, inner, memo);
    if (inner && !token) keep_longest(ends);
    return memo[key] = ends;
  }
  Ends match(const Node& n, std::string_view input, std::size_t at, bool token, Memo& memo) const {
    switch (n.kind) {
      case Node::Kind::literal:
        return match_literal(n.text, input, token ? at : blanks(input, at), token);
      case Node::Kind::name:
        return match_rule(n.text, input, at, token, memo);
      case Node::Kind::sequence: {
        Ends ends{at};
        for (const auto& inner : n.inner) ends = after(*inner, input, ends, token, memo);
        return ends;
      }
      case Node::Kind::choice: {
        Ends ends;
        for (const auto& inner : n.inner) ends.merge(match(*inner, input, at, token, memo));
        return ends;
      }
      case Node::Kind::repeated:
        return match_repeated(n, input, at, token, memo);
      case Node::Kind::optional: {
        Ends ends = match(*n.inner[0], input, at, token, memo);
        ends.insert(at);
        return ends;
      }
      case Node::Kind::except: {
        Ends ends = match(*n.inner[0], input, at, token, memo);
        keep_longest(ends);
        for (const std::size_t end : match(*n.inner[1], input, at, token, memo)) ends.erase(end);
        return ends;
      }
    }
    return {};
  }
  Ends after(const Node& n, std::string_view input, const Ends& starts, bool token,
             Memo& memo) const {
    Ends ends;
    for (const std::size_t at : starts) ends.merge(match(n, input, at, token, memo));
    return ends;
  }
  Ends match_repeated(const Node& n, std::string_view input, std::size_t at, bool token,
                      Memo& memo) const {
    Ends all{at}, fresh{at};
    while (!fresh.empty()) {
      Ends next;
      for (const std::size_t end : after(*n.inner[0], input, fresh, token, memo))
        if (all.insert(end).second) next.insert(end);
      fresh = std::move(next);
    }
    return all;
  }
  // A token is as long as it can be.
  static void keep_longest(Ends& ends) {
    if (!ends.empty()) ends = {*ends.rbegin()};
  }
  // So a literal that could begin a word ends where no word goes on.
  Ends match_literal(const std::string& text, std::string_view input, std::size_t at,
                     bool token) const {
    if (input.substr(at, text.size()) != text) return {};
    const std::size_t end = at + text.size();
    const bool word = text == "-" || std::isalpha(static_cast<unsigned char>(text[0])) != 0;
    const bool goes_on = end < input.size() && goes_on_with(input.substr(end));
    return word && !token && goes_on ? Ends{} : Ends{end};
  }
  bool goes_on_with(std::string_view rest) const {
    if (rest.front() == '>') return true;
    Memo memo;
    return !match_rule("wordchar", rest, 0, true, memo).empty();
  }

  std::string text_;
  std::set<std::string> tokens_;
  std::map<std::string, std::string> characters_;
  std::size_t at_ = 0;
  std::map<std::string, NodePtr> rules_;
  std::map<std::string, int> heights_;
  std::set<std::string> literals_, used_;
};

}  // namespace acquis::testing
