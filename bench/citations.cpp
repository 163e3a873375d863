// How fast references are read out of real text, beside a bare pattern in RE2 and Hyperscan (which
// count the words "Article N" and know nothing of what they mean), memchr and a pass over memory.
//
//   bench/citations FOLDER    texts and XML files, whose tags are taken off
//
// Every way reads the same bytes in the same run, in turn, and the median of the rounds counts.
#include <acquis/citation/extract.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#if ACQUIS_BENCH_RE2
#include <re2/re2.h>
#endif
#if ACQUIS_BENCH_HYPERSCAN
#include <hs.h>
#endif

namespace {

using namespace acquis;

std::string file_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return std::move(out).str();
}

// Text without tags and instructions; what closes a block ends a line.
void add_text(const std::string& file, std::string& out) {
  for (std::size_t i = 0; i < file.size(); ++i) {
    if (file[i] != '<') {
      out += file[i] == '\n' ? ' ' : file[i];
      continue;
    }
    const std::size_t end = file.find('>', i);
    if (end == std::string::npos) return;
    const std::string_view tag(file.data() + i, end - i);
    for (const std::string_view block : {"</P", "</TXT", "</TI", "</ALINEA", "</VISA", "</p"})
      if (tag.substr(0, block.size()) == block && (out.empty() || out.back() != '\n')) out += '\n';
    i = end;
  }
  out += '\n';
}

std::string text_of(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::string out;
  for (const auto& file : files) add_text(file_text(file), out);
  return out;
}

std::vector<std::string_view> paragraphs_of(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = (std::min)(text.find('\n', at), text.size());
    if (end > at) out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

struct Way {
  std::string name;
  std::function<std::size_t()> run;
  std::vector<double> seconds{};
  std::size_t found = 0;

  double median() {
    std::sort(seconds.begin(), seconds.end());
    return seconds[seconds.size() / 2];
  }
};

void measure(std::vector<Way>& ways, int rounds) {
  using Clock = std::chrono::steady_clock;
  for (int round = 0; round < rounds; ++round)
    for (Way& way : ways) {
      const auto start = Clock::now();
      way.found = way.run();
      way.seconds.push_back(std::chrono::duration<double>(Clock::now() - start).count());
    }
}

std::size_t count(std::string_view text, const CiteContext& context) {
  return extract_citations(text, context).references.size();
}

CiteContext somewhere() { return {.place = *Citation::from_key("32016R0399/art_5/par_1")}; }

std::size_t read_paragraphs(const std::vector<std::string_view>& paragraphs) {
  const CiteContext context = somewhere();
  ReadingState state;
  Extraction out;
  std::size_t found = 0;
  for (const std::string_view paragraph : paragraphs) {
    out.clear();
    extract_citations(paragraph, context, state, out);
    found += out.references.size();
  }
  return found;
}

std::size_t sum_words(std::string_view text) {
  std::uint64_t sum = 0;
  for (std::size_t at = 0; at + 8 <= text.size(); at += 8) {
    std::uint64_t word;
    std::memcpy(&word, text.data() + at, 8);
    sum += word;
  }
  return static_cast<std::size_t>(sum);
}

#if ACQUIS_BENCH_RE2
std::size_t count_re2(std::string_view text) {
  static const RE2 pattern("Article[s]? ([0-9]+[a-z]*)((?:\\([0-9a-z]+\\))*)");
  re2::StringPiece rest(text.data(), text.size()), number, brackets;
  std::size_t found = 0;
  while (RE2::FindAndConsume(&rest, pattern, &number, &brackets)) ++found;
  return found;
}
#endif

#if ACQUIS_BENCH_HYPERSCAN
std::size_t count_hyperscan(std::string_view text) {
  static hs_database_t* database = [] {
    hs_database_t* out = nullptr;
    hs_compile_error_t* error = nullptr;
    hs_compile("Article[s]? [0-9]+", 0, HS_MODE_BLOCK, nullptr, &out, &error);
    return out;
  }();
  static hs_scratch_t* scratch = [] {
    hs_scratch_t* out = nullptr;
    hs_alloc_scratch(database, &out);
    return out;
  }();
  std::size_t found = 0;
  const auto on_match = [](unsigned, unsigned long long, unsigned long long, unsigned, void* n) {
    ++*static_cast<std::size_t*>(n);
    return 0;
  };
  hs_scan(database, text.data(), static_cast<unsigned>(text.size()), 0, scratch, on_match, &found);
  return found;
}
#endif

void print_ways(std::vector<Way>& ways, std::size_t bytes) {
  const double ours = ways.front().median();
  std::printf("| way | MB/s | times the time of acquis | found |\n|---|---|---|---|\n");
  for (Way& way : ways)
    std::printf("| %s | %.0f | %.3f | %zu |\n", way.name.c_str(),
                static_cast<double>(bytes) / 1e6 / way.median(), way.median() / ours, way.found);
}

void beside_others(const std::string& text) {
  const auto paragraphs = paragraphs_of(text);
  std::vector<Way> ways{
      {"acquis, paragraph by paragraph", [&] { return read_paragraphs(paragraphs); }},
      {"acquis, one text", [&] { return count(text, somewhere()); }}};
#if ACQUIS_BENCH_RE2
  ways.push_back({"RE2, two captures, \"Article N\" alone", [&] { return count_re2(text); }});
#endif
#if ACQUIS_BENCH_HYPERSCAN
  ways.push_back({"Hyperscan, \"Article N\" alone", [&] { return count_hyperscan(text); }});
#endif
  ways.push_back({"memchr, a byte that is not there", [&] {
                    return std::size_t{std::memchr(text.data(), 1, text.size()) != nullptr};
                  }});
  ways.push_back({"sum of 64-bit words (memory)", [&] { return sum_words(text) & 1; }});
  measure(ways, 7);
  std::printf("%.1f MB of text in %zu paragraphs.\n\n", static_cast<double>(text.size()) / 1e6,
              paragraphs.size());
  print_ways(ways, text.size());
}

void growth(const std::string& text) {
  std::printf("\n| one text of | ns a byte |\n|---|---|\n");
  std::string longer = text;
  while (longer.size() < 100'000'000) longer += text;
  for (const std::size_t size :
       {1'000u, 10'000u, 100'000u, 1'000'000u, 10'000'000u, 100'000'000u}) {
    const std::string_view part = std::string_view(longer).substr(0, size);
    std::vector<Way> ways{{"", [&] {
                             std::size_t found = 0;
                             for (std::size_t done = 0; done < 4'000'000; done += size)
                               found += count(part, somewhere());
                             return found;
                           }}};
    measure(ways, 3);
    const double passes = std::max(1.0, 4'000'000.0 / static_cast<double>(size));
    std::printf("| %zu bytes | %.2f |\n", size,
                ways[0].median() * 1e9 / (static_cast<double>(size) * passes));
  }
}

std::string repeated(std::string_view piece, std::size_t size) {
  std::string out;
  while (out.size() < size) out += piece;
  return out;
}

void hostile(const std::string& text) {
  constexpr std::size_t size = 10'000'000;
  const std::vector<std::pair<std::string, std::string>> texts{
      {"ordinary text", repeated(text, size)},
      {"Articles 1, 1, 1, ...", "Articles " + repeated("1, ", size)},
      {"((((((...", repeated("Article 5((((((((((((((((", size)},
      {"that Article that Article ...", "Article 5 TEU. " + repeated("that Article ", size)},
      {"of of of ...", "Article 5 " + repeated("of ", size)},
      {"points (a) of points (a) of ...", repeated("points (a) of ", size)},
      {"Directive 95/46/EC (Directive 95/46/EC (...", repeated("Directive 95/46/EC (", size)}};
  std::printf("\n| 10 MB of | ns a byte | references |\n|---|---|---|\n");
  for (const auto& [name, hostile_text] : texts) {
    std::vector<Way> ways{{name, [&] { return count(hostile_text, somewhere()); }}};
    measure(ways, 3);
    std::printf("| %s | %.2f | %zu |\n", name.c_str(),
                ways[0].median() * 1e9 / static_cast<double>(hostile_text.size()), ways[0].found);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return std::fprintf(stderr, "usage: citations FOLDER\n"), 2;
  const std::string text = text_of(argv[1]);
  if (text.size() < 100'000) return std::fprintf(stderr, "no text in %s\n", argv[1]), 2;
  beside_others(text);
  growth(text);
  hostile(text);
}
