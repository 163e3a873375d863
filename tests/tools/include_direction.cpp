// include_direction ROOT: who may include whom (ARCHITECTURE.md), and what stands behind a header.
#include <array>
#include <cctype>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tools/tree.hpp"

namespace {

// A module may include itself and all to its left.
constexpr std::array<std::string_view, 7> modules = {"id",     "citation", "model", "graph",
                                                     "corpus", "query",    "report"};

// The headers through which text and files come in and go out: they alone show absl::StatusOr.
const std::set<std::string_view> boundary = {
    "acquis/corpus/builder.hpp", "acquis/io/load.hpp",         "acquis/io/review.hpp",
    "acquis/io/save.hpp",        "acquis/io/snapshot.hpp",     "acquis/query/evaluate.hpp",
    "acquis/query/parse.hpp",    "acquis/query/questions.hpp", "acquis/query/timeline.hpp"};
const std::set<std::string_view> leaves = {"acquis/acquis.hpp", "acquis/graph/bgl.hpp"};

// Algorithms that are not our reason to exist; no public header but the first shows them.
const std::set<std::string_view> boost_users = {"acquis/graph/bgl.hpp", "graph/passages.cpp",
                                                "graph/structure.cpp"};

// Standard headers that cost more than a core header may (seconds, each).
const std::set<std::string_view> costly = {"iostream",   "regex",      "ranges",
                                           "filesystem", "functional", "unordered_map"};

struct Include {
  std::string name;
  bool angled = false;
  std::size_t line = 0;
};

std::vector<Include> includes(const std::string& text) {
  std::vector<Include> out;
  const auto all = tree::lines(text);
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::string_view line = all[i];
    if (!line.starts_with("#include ")) continue;
    line.remove_prefix(9);
    const char close = line.front() == '<' ? '>' : '"';
    const std::size_t end = line.find(close, 1);
    if (end == std::string_view::npos) continue;
    out.push_back({std::string(line.substr(1, end - 1)), close == '>', i + 1});
  }
  return out;
}

std::optional<std::size_t> order(std::string_view module) {
  for (std::size_t i = 0; i < modules.size(); ++i)
    if (modules[i] == module) return i;
  return std::nullopt;
}

// "acquis/graph/x.hpp" or "graph/x.hpp": graph. Headers of the root belong to every module.
std::string module_of(std::string_view include) {
  if (include.starts_with("acquis/")) include.remove_prefix(7);
  const std::size_t slash = include.find('/');
  return slash == std::string_view::npos ? "" : std::string(include.substr(0, slash));
}

bool third_party(const Include& include, std::string_view prefix) {
  return include.angled && include.name.starts_with(prefix);
}

class Checker {
 public:
  Checker(tree::fs::path root, tree::Report& report) : root_(std::move(root)), report_(report) {}

  void check(const std::string& file) {
    report_.seen();
    const bool header = file.starts_with("include/");
    const std::string inside = file.substr(header ? 8 : 4);
    for (const Include& include : includes(tree::read(root_ / file))) {
      if (header) check_public(file, inside, include);
      check_order(file, inside, include);
      check_third_party(file, inside, include);
    }
  }

 private:
  void fault(const std::string& file, const Include& include, const std::string& why) {
    report_.fault(file, include.line, "includes " + include.name + ": " + why);
  }

  void check_public(const std::string& file, const std::string& self, const Include& include) {
    if (!include.angled && !include.name.starts_with("acquis/"))
      fault(file, include, "a public header includes public headers by their full path");
    if (!include.angled && !tree::fs::exists(root_ / "include" / include.name))
      fault(file, include, "no such public header");
    if (boundary.contains(include.name) && !boundary.contains(self))
      fault(file, include, "a core header may not stand on a boundary header");
    if (costly.contains(include.name) && !boundary.contains(self) && !leaves.contains(self))
      fault(file, include, "too costly for a core header");
  }

  void check_order(const std::string& file, const std::string& self, const Include& include) {
    if (include.angled) return;
    if (leaves.contains(include.name) && !self.starts_with("tool/") && !boost_users.contains(self))
      fault(file, include, "nothing in the library includes it");
    const std::string from = module_of(self);
    const std::string to = module_of(include.name);
    if (from == "tool") {
      if (!include.name.starts_with("acquis/") && to != "tool")
        fault(file, include, "the command uses public headers only");
      return;
    }
    if (to == "io" && from != "io" && self != "acquis/acquis.hpp")
      fault(file, include, "io is a leaf");
    if (from == "detail" && to != "detail") fault(file, include, "detail stands on nothing");
    const auto from_at = order(from);
    const auto to_at = order(to);
    if (from_at && to_at && *to_at > *from_at)
      fault(file, include, "against the order of modules: " + from + " may not use " + to);
  }

  void check_third_party(const std::string& file, const std::string& self, const Include& include) {
    const std::string module = module_of(self);
    const bool header = file.starts_with("include/");
    if (third_party(include, "boost/") && !boost_users.contains(self))
      fault(file, include,
            "only graph/bgl.hpp and the sources that run its algorithms include Boost");
    if (third_party(include, "pugi") && (module != "io" || header))
      fault(file, include, "only src/io includes pugixml");
    if (third_party(include, "re2/") && (module != "query" || header))
      fault(file, include, "only src/query includes RE2");
    if (third_party(include, "nlohmann/") && (header || (module != "report" && module != "tool")))
      fault(file, include, "only src/report and src/tool write JSON");
    if (third_party(include, "CLI/") && module != "tool")
      fault(file, include, "only src/tool has a command line");
    if (third_party(include, "absl/") && header &&
        !(boundary.contains(self) &&
          (include.name == "absl/status/statusor.h" || include.name == "absl/status/status.h")))
      fault(file, include, "in public only absl::StatusOr, only in boundary headers");
  }

  tree::fs::path root_;
  tree::Report& report_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return std::fprintf(stderr, "usage: include_direction ROOT\n"), 2;
  tree::Report report;
  Checker checker(argv[1], report);
  for (const std::string& file : tree::files(argv[1]))
    if (tree::is_cpp(file) && (file.starts_with("include/") || file.starts_with("src/")))
      checker.check(file);
  return report.finish();
}
