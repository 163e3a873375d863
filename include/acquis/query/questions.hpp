// Questions saved in a file, with the answers they should have: the tests of a corpus.
//
//   acquis::Diagnostics problems;
//   for (const acquis::Question& q : acquis::parse_questions(
//            "[basis]\nkind(priority, rests_on(TFEU/art_67))\nexpect something\n", "q.txt", problems)) {
//     const acquis::Response r = acquis::respond(law, q);
//     if (!acquis::is_expected(q, r)) std::puts(q.name.c_str());
//   }
//
// A question is its name in brackets, a query over any number of lines, and lines of "expect": a
// number (of members, or what count() gives), "something", "nothing", or keys, each of which belongs
// to the answer; all of them together are the answer, in any order. Of "A -> B" the answer is the
// keys along the chain. Lines that begin with # are left out. Without "expect" anything will do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "acquis/corpus/corpus.hpp"
#include "acquis/id/diagnostic.hpp"
#include "acquis/query/evaluate.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

struct Question {
  std::string name{};
  std::string query{};
  std::uint32_t line = 0;  // of the query in its file
  std::optional<std::size_t> expected_count{};
  std::optional<bool> expected_any{};  // something, nothing
  std::optional<std::vector<std::string>> expected_keys{};
};

// Appends what is wrong, with file and line; the questions that can be read are given all the same.
std::vector<Question> parse_questions(std::string_view text, std::string_view file,
                                      Diagnostics& problems);

struct Response {
  std::vector<std::string> keys{};  // in legal order, or as sort() has put them
  std::size_t count = 0;
  Diagnostics problems{};  // of a query without an answer; lines count from its own first
};

Response respond(const Corpus& law, const Question& question, const QueryOptions& options = {});

// False too if the query has no answer.
bool is_expected(const Question& question, const Response& response);

}  // namespace v0
}  // namespace acquis
