// header_examples OUT.cpp HEADER...: the example at the top of each public header, as a function.
//
// The example is the first run of comment lines indented by two more blanks ("//   code"). It may
// use what tests/house/examples_prelude.hpp declares; #include lines go to the top of the file; a
// line that shows what does not compile ends in "// error: ..." and is left out.
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "tools/tree.hpp"

namespace {

// These declare nothing to show.
bool needs_example(std::string_view header) {
  for (const char* name : {"/version.hpp", "/config.hpp", "/fwd.hpp", "/citation/language.hpp"})
    if (header.ends_with(name)) return false;
  return true;
}

struct Example {
  std::string includes, body;
  std::size_t line = 0;
};

Example example_of(const std::string& header) {
  Example example;
  const auto all = tree::lines(tree::read(header));
  for (std::size_t i = 0; i < all.size() && all[i].starts_with("//"); ++i) {
    std::string_view line = all[i];
    if (!line.starts_with("//   ")) {
      if (example.line != 0) break;
      continue;
    }
    if (example.line == 0) example.line = i + 1;
    line.remove_prefix(5);
    if (line.starts_with("#include")) example.includes += std::string(line) + "\n";
    const bool shown = !line.starts_with("#include") && line.find("// error:") == line.npos;
    example.body += (shown ? std::string(line) : "") + "\n";
  }
  return example;
}

std::string identifier(const std::string& header) {
  std::string out = header.substr(header.rfind("acquis/") + 7);
  for (char& c : out)
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return std::fprintf(stderr, "usage: header_examples OUT.cpp HEADER...\n"), 2;
  std::string includes, functions, calls;
  bool complete = true;
  for (int i = 2; i < argc; ++i) {
    const std::string header = argv[i];
    const Example example = example_of(header);
    includes += "#include \"" + header + "\"\n" + example.includes;
    if (example.line == 0) {
      if (!needs_example(header)) continue;
      std::fprintf(stderr, "%s:1: no example (\"//   code\") at the top\n", header.c_str());
      complete = false;
      continue;
    }
    const std::string name = "example_" + identifier(header);
    functions += "int " + name + "(EXAMPLE_PARAMETERS) {\n  {\n#line " +
                 std::to_string(example.line) + " \"" + header + "\"\n" + example.body +
                 "  }\n  return 0;\n}\n\n";
    calls += "  std::printf(\"" + name + "\\n\");\n  std::fflush(stdout);\n  " + name +
             "(EXAMPLE_ARGUMENTS);\n";
  }
  std::ofstream(argv[1]) << "// Written by header_examples.\n"
                         << includes << "\n#include \"house/examples_prelude.hpp\"\n\n"
                         << "using namespace acquis;\n\n"
                         << functions << "int main() {\n  EXAMPLE_WORLD\n"
                         << calls << "}\n";
  return complete ? 0 : 1;
}
