// CASE 0 compiles; every other CASE must not, with the message that the test names.
#include "acquis/citation/literal.hpp"

using namespace acquis::literals;

#if CASE == 0
constexpr auto good = "Article 67(2) TFEU"_cite;
static_assert(good == "TFEU/art_67/par_2"_cite);
static_assert("Regulation (EU) 2016/399"_cite.key() == "32016R0399");
#elif CASE == 1
constexpr auto bad = "Artcle 67(2) TFEU"_cite;
#elif CASE == 2
constexpr auto bad = "Article 67(2)"_cite;
#elif CASE == 3
constexpr auto bad = "Articles 67 and 68 TFEU"_cite;
#elif CASE == 4
constexpr auto bad = "TFEU/artikel_67"_cite;
#elif CASE == 5
constexpr auto bad = "Regulation (EU) 2016"_cite;
#elif CASE == 6
constexpr auto bad = "Article TFEU"_cite;
#elif CASE == 7
constexpr auto bad = "Article 67 TFEU TEU"_cite;
#elif CASE == 8
constexpr auto bad = "paragraph 2 TFEU"_cite;
#elif CASE == 9
constexpr auto bad = ""_cite;
#elif CASE == 10  // the literal is for the compiler alone
const char text[] = "Article 67 TFEU";
const auto bad = operator""_cite(text, 15);
#endif
