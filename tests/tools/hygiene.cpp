// hygiene ROOT: what no compiler checks. ASCII, sizes, macros, no printing and no throwing in the
// library, no path of anybody's machine.
#include <algorithm>
#include <array>
#include <regex>
#include <set>
#include <string>
#include <string_view>

#include "tools/tree.hpp"

namespace {

constexpr std::size_t longest_file = 600;
constexpr std::size_t longest_header = 400;
constexpr std::size_t longest_function = 70;

// Sources whose data are words of the four languages.
const std::set<std::string_view> speaks_utf8 = {"src/report/phrases.cpp"};

// A scanner that runs at compile time cannot be taken apart into sources.
const std::set<std::string_view> automata = {"include/acquis/citation/scan.hpp"};

bool is_data(std::string_view path) {
  return path.ends_with(".xml") || path.starts_with("tests/fuzz/corpus/") ||
         path.starts_with("tests/fuzz/regress/") || path.find("/data/") != path.npos ||
         path.find("/golden/") != path.npos || path == "LICENSE";
}

bool is_library(std::string_view path) {
  return path.starts_with("include/") ||
         (path.starts_with("src/") && !path.starts_with("src/tool/"));
}

class Checker {
 public:
  Checker(std::string file, std::string text, tree::Report& report)
      : file_(std::move(file)),
        text_(std::move(text)),
        lines_(tree::lines(text_)),
        code_(tree::lines(tree::code_only(text_))),
        report_(report) {}

  void check() {
    report_.seen();
    check_no_machine();
    if (is_data(file_)) return;
    check_characters();
    if (!tree::is_cpp(file_)) return;
    check_size();
    if (file_.ends_with(".hpp")) check_header();
    if (is_library(file_)) check_library();
    if (is_library(file_) || file_.starts_with("src/tool/")) check_functions();
  }

 private:
  void fault(std::size_t index, const std::string& what) { report_.fault(file_, index + 1, what); }

  void check_no_machine() {
    static const std::array<std::string, 4> homes = {
        "/ho"
        "me/",
        "/ro"
        "ot/",
        "/wo"
        "rk/",
        "/Us"
        "ers/"};
    for (std::size_t i = 0; i < lines_.size(); ++i)
      for (const std::string& home : homes) {
        const std::size_t at = lines_[i].find(home);
        if (at != std::string::npos &&
            (at == 0 ||
             std::string_view(" \"'=:(`").find(lines_[i][at - 1]) != std::string_view::npos))
          fault(i, "a path of somebody's machine");
      }
  }

  void check_characters() {
    const bool words = speaks_utf8.contains(file_) || file_.ends_with(".md") ||
                       file_.find("_test.cpp") != std::string::npos ||
                       file_.starts_with("src/citation/");
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::string& line = lines_[i];
      if (line.find('\t') != std::string::npos) fault(i, "a tab");
      if (line.ends_with('\r')) fault(i, "a carriage return");
      if (line.ends_with(' ') && !file_.ends_with(".md")) fault(i, "blanks at the end of the line");
      const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
      if (!words && !std::all_of(line.begin(), line.end(), is_ascii)) fault(i, "not ASCII");
    }
    if (!text_.empty() && !text_.ends_with('\n')) fault(lines_.size() - 1, "no newline at the end");
  }

  void check_size() {
    const bool header = file_.starts_with("include/") && !automata.contains(file_);
    const std::size_t limit = header ? longest_header : longest_file;
    if (lines_.size() > limit)
      fault(limit, "longer than " + std::to_string(limit) + " lines: split it");
  }

  void check_header() {
    if (std::find(lines_.begin(), lines_.end(), "#pragma once") == lines_.end())
      fault(0, "no #pragma once");
    if (lines_.empty() || !lines_.front().starts_with("//"))
      fault(0, "a header opens by saying what it is for");
  }

  void check_library() {
    static const std::regex banned(
        R"(std::c(out|err|in|log)\b|\b(f|v|vf)?printf\s*\(|\bf?puts\s*\(|\b(abort|exit|_Exit|terminate)\s*\(|\bthrow\b|\breinterpret_cast<.*\*>\(this\))");
    static const std::regex define(R"(^\s*#\s*define\s+(\w+))");
    for (std::size_t i = 0; i < code_.size(); ++i) {
      std::smatch match;
      if (std::regex_search(code_[i], match, banned))
        fault(i, "the library does not print, end the program or throw: " + match.str());
      if (std::regex_search(code_[i], match, define) && !match.str(1).starts_with("ACQUIS_"))
        fault(i, "a macro without the prefix ACQUIS_: " + match.str(1));
      if (code_[i].starts_with("namespace acquis::"))
        fault(i, "write namespace acquis { inline namespace v0 {, or two versions mix");
      if (code_[i].starts_with("using namespace")) fault(i, "using namespace for a whole file");
    }
  }

  // A body opens with "...) ... {" at the end of a line; class and namespace bodies do not.
  void check_functions() {
    static const std::regex opens(R"(\)[^;]*\{$)");
    for (std::size_t i = 0; i < code_.size(); ++i) {
      if (!std::regex_search(code_[i], opens)) continue;
      const std::size_t length = body_length(i);
      if (length > longest_function)
        fault(i, "a body of " + std::to_string(length) + " lines: split it");
    }
  }

  // Lines from the brace that ends line `first` to the one that closes it.
  std::size_t body_length(std::size_t first) const {
    std::size_t depth = 1;
    for (std::size_t i = first + 1; i < code_.size(); ++i)
      for (const char c : code_[i]) {
        if (c == '{') ++depth;
        if (c == '}' && --depth == 0) return i - first;
      }
    return 0;
  }

  std::string file_, text_;
  std::vector<std::string> lines_, code_;
  tree::Report& report_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return std::fprintf(stderr, "usage: hygiene ROOT\n"), 2;
  tree::Report report;
  const tree::fs::path root = argv[1];
  for (const std::string& file : tree::files(root))
    Checker(file, tree::read(root / file), report).check();
  return report.finish();
}
