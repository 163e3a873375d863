// examples OUT.cpp FILE...: every example of the headers and of the README as a function of one
// program that calls them all.
//
// The example of a header is the first run of comment lines at its top that are indented by two
// more blanks ("//   code"). A line that must not compile says so: "// error: ...". In Markdown,
// every
// ```cpp block without main(). Examples may use what tests/snippets/prelude.hpp declares; #include
// lines go to the top of the unit.
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "tools/tree.hpp"

namespace {

// These have nothing to show.
bool needs_example(std::string_view file) {
  for (const char* name : {"/version.hpp", "/config.hpp", "/fwd.hpp", "/citation/language.hpp"})
    if (file.ends_with(name)) return false;
  return file.ends_with(".hpp");
}

struct Example {
  std::size_t line = 0;
  std::string includes{}, body{};

  void add(std::string_view code, std::size_t at) {
    if (line == 0) line = at;
    const bool include = code.starts_with("#include");
    if (include) includes += std::string(code) + "\n";
    if (!include && code.find("// error:") == code.npos) body += code;
    body += "\n";
  }
};

std::vector<Example> of_header(const std::vector<std::string>& lines) {
  Example example;
  for (std::size_t i = 0; i < lines.size() && lines[i].starts_with("//"); ++i) {
    if (lines[i].starts_with("//   "))
      example.add(std::string_view(lines[i]).substr(5), i + 1);
    else if (example.line != 0)
      break;
  }
  return example.line == 0 ? std::vector<Example>{} : std::vector<Example>{example};
}

std::vector<Example> of_markdown(const std::vector<std::string>& lines) {
  std::vector<Example> out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].starts_with("```cpp")) continue;
    Example example;
    for (++i; i < lines.size() && !lines[i].starts_with("```"); ++i) example.add(lines[i], i + 1);
    if (example.body.find("int main(") == std::string::npos) out.push_back(example);
  }
  return out;
}

struct Unit {
  std::string includes, functions, calls;
  int count = 0;

  void add(const std::string& file, const Example& example) {
    const std::string name = "example_" + std::to_string(++count);
    const std::string place = std::to_string(example.line) + " \"" + file + "\"";
    includes += example.includes;
    functions += "static int " + name + "(EXAMPLE_PARAMETERS) {\n  {\n#line " + place + "\n" +
                 example.body + "  }\n  return 0;\n}\n\n";
    calls += "  std::puts(\"== " + file + "\");\n  std::fflush(stdout);\n  " + name +
             "(EXAMPLE_ARGUMENTS);\n";
  }

  std::string text() const {
    return "// Written by tests/snippets/examples.cpp.\n" + includes +
           "#include \"snippets/prelude.hpp\"\n\nusing namespace acquis;\n\n" + functions +
           "int main() {\n  EXAMPLE_WORLD\n" + calls + "}\n";
  }
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return std::fprintf(stderr, "usage: examples OUT.cpp FILE...\n"), 2;
  Unit unit;
  bool complete = true;
  for (int i = 2; i < argc; ++i) {
    const std::string file = argv[i];
    const auto lines = tree::lines(tree::read(file));
    const auto examples = file.ends_with(".md") ? of_markdown(lines) : of_header(lines);
    if (file.ends_with(".hpp")) unit.includes += "#include \"" + file + "\"\n";
    for (const Example& example : examples) unit.add(file, example);
    if (!examples.empty() || !needs_example(file)) continue;
    std::fprintf(stderr, "%s:1: error: no example (\"//   code\") at the top\n", file.c_str());
    complete = false;
  }
  std::ofstream(argv[1]) << unit.text();
  return complete ? 0 : 1;
}
