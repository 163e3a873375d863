// acquis import: documents as published, one corpus out.
#include "acquis/io/import.hpp"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <string_view>

#include "acquis/io/save.hpp"
#include "acquis/report/text.hpp"
#include "tool/options.hpp"

namespace acquis::tool {
namespace {

constexpr std::size_t most_listed = 20;

std::string part_id(std::string_view path) {
  path = path.substr(path.rfind('/') + 1);
  path = path.substr(0, path.find('.'));
  std::string out;
  for (const char c : path) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (plain || (!out.empty() && (c == '-' || c == '_'))) out += c;
  }
  return out.empty() ? "import" : out;
}

class Progress {
 public:
  bool operator()(const ImportCount& count) {
    if (!shown_) return true;
    std::fprintf(stderr, "\r%zu documents, %zu provisions, %.1f MB ",
                 count.documents + count.left_out, count.provisions,
                 static_cast<double>(count.bytes) / 1e6);
    return true;
  }
  ~Progress() {
    if (shown_) std::fputs("\r\x1b[K", stderr);
  }

 private:
  bool shown_ = ::isatty(2) == 1;
};

// What is referred to and not there, by work, the most wanted first.
std::vector<std::pair<std::string, std::size_t>> dangling(const Corpus& law, std::size_t& resolved,
                                                          std::size_t& open) {
  std::map<std::string, std::size_t> by_work;
  for (std::uint32_t e = 0; e < law.graph().edge_count(); ++e) {
    const NodeId target = law.graph().target(EdgeId{e});
    if (!law.is_stub(target)) {
      ++resolved;
      continue;
    }
    ++open;
    const std::string key = law.key(target);
    ++by_work[key.substr(0, key.find('/'))];
  }
  std::vector<std::pair<std::string, std::size_t>> out(by_work.begin(), by_work.end());
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return out;
}

void print_links(const Corpus& law) {
  std::size_t resolved = 0, open = 0;
  const auto missing = dangling(law, resolved, open);
  std::printf("links           %zu\n  resolved      %zu\n  dangling      %zu, to %zu works\n",
              resolved + open, resolved, open, missing.size());
  for (std::size_t i = 0; i < missing.size() && i < most_listed; ++i)
    std::printf("    %-16s %zu\n", missing[i].first.c_str(), missing[i].second);
  if (missing.size() > most_listed)
    std::printf("    and %zu others: acquis check lists them all\n", missing.size() - most_listed);
}

void print_codes(const Diagnostics& problems) {
  std::map<std::string, std::size_t> codes;
  for (const Diagnostic& d : problems) ++codes[d.code];
  if (!codes.empty()) std::printf("problems\n");
  for (const auto& [code, count] : codes) std::printf("  %-13s %zu\n", code.c_str(), count);
}

void print_count(const ImportCount& count, double seconds) {
  std::printf("documents       %zu\n  skipped       %zu\n  left out      %zu\n", count.documents,
              count.skipped, count.left_out);
  std::printf("provisions      %zu, %.0f a second\n", count.provisions,
              static_cast<double>(count.provisions) / std::max(seconds, 1e-6));
  std::printf("references      %zu\n  open          %zu\n", count.references, count.open);
}

}  // namespace

int run_import(const ImportRequest& request) {
  Diagnostics problems;
  CorpusBuilder builder;
  builder.begin_part({.id = part_id(request.output), .title = "Imported documents"});
  const auto start = std::chrono::steady_clock::now();
  ImportCount count;
  {
    Progress progress;
    const ImportSource next = documents_below(request.paths, request.options, problems);
    count = import_documents(next, request.options, builder, problems, std::ref(progress));
  }
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
  print_problems(problems, false);
  const bool all_read = std::none_of(problems.begin(), problems.end(), [](const Diagnostic& d) {
    return d.severity == Severity::error;
  });
  const auto law = std::move(builder).build(&problems);
  if (!law.ok() || count.documents == 0) {
    std::fprintf(stderr, "acquis: nothing was imported%s%s\n", law.ok() ? "" : ": ",
                 law.ok() ? "" : std::string(law.status().message()).c_str());
    return bad_input;
  }
  const absl::Status saved = save_corpus(*law, law->parts().front().id, request.output);
  if (!saved.ok()) {
    std::fprintf(stderr, "acquis: %s\n", std::string(saved.message()).c_str());
    return bad_input;
  }
  print_count(count, spent.count());
  print_links(*law);
  print_codes(problems);
  return all_read ? answered : partly_read;
}

}  // namespace acquis::tool
