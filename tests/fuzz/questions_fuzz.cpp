// Any bytes as a file of questions: every question that is read can be asked, every line that is not
// read is reported with its number.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "acquis/io/embedded.hpp"
#include "acquis/query/questions.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const acquis::Corpus law = acquis::load_embedded();
  acquis::Diagnostics problems;
  const auto questions =
      acquis::parse_questions({reinterpret_cast<const char*>(data), size}, "fuzz.txt", problems);
  for (const acquis::Diagnostic& d : problems)
    if (d.line == 0 || d.file.empty()) std::abort();
  for (const acquis::Question& question : questions) {
    if (question.query.empty() || question.line == 0) std::abort();
    const auto response = acquis::respond(law, question, {.max_steps = 20'000});
    if (!response.problems.empty() && acquis::is_expected(question, response)) std::abort();
  }
  return 0;
}
