#include "acquis/query/questions.hpp"

#include <algorithm>
#include <charconv>

#include "query/problem.hpp"

namespace acquis {
inline namespace v0 {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view spaces = " \t\r";
  const std::size_t begin = (std::min)(text.find_first_not_of(spaces), text.size());
  return text.substr(begin, text.find_last_not_of(spaces) + 1 - begin);
}

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> out;
  for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
    const std::size_t width = (std::min)(text.find_first_of(" \t"), text.size());
    out.emplace_back(text.substr(0, width));
    text.remove_prefix(width);
  }
  return out;
}

std::optional<std::size_t> number(std::string_view text) {
  std::size_t value = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = end.ec == std::errc() && end.ptr == text.data() + text.size();
  return whole ? std::optional(value) : std::nullopt;
}

class Reader {
 public:
  Reader(std::string_view file, Diagnostics& problems) : file_(file), problems_(problems) {}

  std::vector<Question> run(std::string_view text) {
    while (!text.empty()) {
      const std::size_t width = (std::min)(text.find('\n'), text.size());
      ++line_;
      read(trimmed(text.substr(0, width)));
      text.remove_prefix((std::min)(width + 1, text.size()));
    }
    close();
    return std::move(questions_);
  }

 private:
  void read(std::string_view line) {
    if (line.empty() || line.front() == '#') return;
    if (line.front() == '[') return open(line);
    if (!opened_) return fail(line, "a question begins with its name in brackets", "[name]");
    constexpr std::string_view expect = "expect ";
    if (line.substr(0, expect.size()) == expect) return expected(line, line.substr(expect.size()));
    Question& question = questions_.back();
    if (question.query.empty()) question.line = line_;
    question.query.append(question.query.empty() ? "" : "\n").append(line);
  }

  void open(std::string_view line) {
    close();
    if (line.back() != ']' || line.size() < 3) return fail(line, "a name ends with ]", {});
    opened_ = true;
    questions_.push_back({.name = std::string(line.substr(1, line.size() - 2))});
    const auto same = [&](const Question& q) { return q.name == questions_.back().name; };
    if (std::count_if(questions_.begin(), questions_.end(), same) > 1)
      fail(line, "two questions have this name", {});
  }
  void close() {
    if (!opened_ || !questions_.back().query.empty()) return;
    fail("[" + questions_.back().name + "]", "this question has no query", {});
    questions_.pop_back();
    opened_ = false;
  }

  void expected(std::string_view line, std::string_view what) {
    Question& question = questions_.back();
    const std::vector<std::string> keys = words(what);
    if (keys.empty()) return fail(line, "expected a number, something, nothing or keys", {});
    if (const auto count = number(keys[0]); count && keys.size() == 1) {
      question.expected_count = count;
    } else if (keys[0] == "something" || keys[0] == "nothing") {
      question.expected_any = keys[0] == "something";
    } else {
      if (!question.expected_keys) question.expected_keys.emplace();
      question.expected_keys->insert(question.expected_keys->end(), keys.begin(), keys.end());
    }
  }

  void fail(std::string_view line, std::string message, std::string hint) {
    problems_.push_back({Severity::error, "ACQ0503", std::string(file_), line_, 1,
                         std::string(line), std::move(message), std::move(hint)});
  }

  std::string_view file_;
  Diagnostics& problems_;
  std::vector<Question> questions_;
  std::uint32_t line_ = 0;
  bool opened_ = false;
};

std::vector<std::string> keys_of(const Corpus& law, const Answer& answer) {
  std::vector<std::string> out;
  for (const NodeId n : answer.nodes) out.push_back(law.key(n));
  if (answer.kind != Answer::Kind::chain || !*answer.explanation) return out;
  const Chain& chain = *answer.explanation->chain;
  out.push_back(law.key(chain.from));
  for (const EdgeId e : chain.links)
    for (const NodeId n : {law.graph().source(e), law.graph().target(e)})
      if (law.key(n) != out.back()) out.push_back(law.key(n));
  if (law.key(chain.to) != out.back()) out.push_back(law.key(chain.to));
  return out;
}

}  // namespace

std::vector<Question> parse_questions(std::string_view text, std::string_view file,
                                      Diagnostics& problems) {
  return Reader(file, problems).run(text);
}

Response respond(const Corpus& law, const Question& question, const QueryOptions& options) {
  Response out;
  const auto answer = ask(law, question.query, options, &out.problems);
  if (!answer.ok()) return out;
  out.keys = keys_of(law, *answer);
  out.count = answer->kind == Answer::Kind::count ? answer->count : out.keys.size();
  return out;
}

bool is_expected(const Question& question, const Response& response) {
  if (!response.problems.empty()) return false;
  if (question.expected_count && *question.expected_count != response.count) return false;
  if (question.expected_any && *question.expected_any != (response.count != 0)) return false;
  if (!question.expected_keys) return true;
  std::vector<std::string> wanted = *question.expected_keys, found = response.keys;
  std::sort(wanted.begin(), wanted.end());
  std::sort(found.begin(), found.end());
  return wanted == found;
}

}  // namespace v0
}  // namespace acquis
