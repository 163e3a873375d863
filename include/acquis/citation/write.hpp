#pragma once
#include <string>
#include "acquis/citation/citation.hpp"
#include "acquis/citation/language.hpp"
namespace acquis { inline namespace v0 { inline std::string to_text(const Citation& c, Language) { return std::string(c.key());} } }
