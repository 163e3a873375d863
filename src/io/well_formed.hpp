// Whether a text is well-formed XML 1.0 in UTF-8 without a document type. pugixml lets much pass
// that other readers refuse (a bare "&", a second root, "--" in a comment); this does not.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace acquis {
inline namespace v0 {
namespace detail {

struct Flaw {
  std::size_t offset;
  std::string message;
  std::string hint;
  bool doctype = false;
};

struct Form {
  std::vector<Flaw> flaws;
  bool readable = true;           // the flaws are in words alone, the elements can be told apart
  bool inner_namespaces = false;  // elements below the root declare namespaces
};

// Linear, without recursion. At most `max_flaws` are kept.
Form check_form(std::string_view text, std::size_t max_flaws);

}  // namespace detail
}  // namespace v0
}  // namespace acquis
