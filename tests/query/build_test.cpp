#include "acquis/query/build.hpp"

#include <gtest/gtest.h>

#include "acquis/citation/literal.hpp"
#include "acquis/query/parse.hpp"
#include "query/functions.hpp"

namespace acquis {
namespace {

namespace q = acquis::build;
using namespace acquis::literals;

struct Pair {
  Query built;
  const char* text;
};

std::vector<Pair> pairs() {
  const Date day = Date::from_ymd(2021, 6, 1);
  return {
      {q::all(), "all()"},
      {q::Set("TFEU/art_67"), "TFEU/art_67"},
      {q::Set("Article 67 TFEU"), "\"Article 67 TFEU\""},
      {q::Set("union"), "\"union\""},
      {q::Set("Article 67(2) TFEU"_cite), "TFEU/art_67/par_2"},
      {q::kind(NodeKind::priority, q::all()), "kind(priority, all())"},
      {q::kind(InstrumentType::package, q::all()), "kind(package, all())"},
      {q::kind(Level::visa, q::all()), "kind(citation, all())"},
      {q::parts("TFEU"), "parts(TFEU)"},
      {q::wholes("TFEU/art_67"), "wholes(TFEU/art_67)"},
      {q::rests_on("TFEU"), "rests_on(TFEU)"},
      {q::basis_of("TFEU"), "basis_of(TFEU)"},
      {q::in({EdgeKind::cites, EdgeKind::legal_basis}, "TFEU"), "in(legal_basis|cites, TFEU)"},
      {q::out({EdgeKind::cites}, "TFEU"), "out(cites, TFEU)"},
      {q::path("~held_by relies_on", "actor:BE"), "path(\"~held_by relies_on\", actor:BE)"},
      {q::path("cites", "TFEU"), "path(cites, TFEU)"},
      {q::cites("TFEU"), "cites(TFEU)"},
      {q::cited_by("TFEU"), "cited_by(TFEU)"},
      {q::held_by("BE"), "held_by(BE)"},
      {q::theme("Asylum and migration"), "theme(\"Asylum and migration\")"},
      {q::status(Status::in_force), "status(in_force)"},
      {q::label("(?i)asyl"), "label(\"(?i)asyl\")"},
      {q::dated(day, {}), "dated(2021-06-01, *)"},
      {q::stated(q::all()), "stated(all())"},
      {q::derived(q::all()), "derived(all())"},
      {q::editorial(q::all()), "editorial(all())"},
      {q::exact(q::all()), "exact(all())"},
      {q::as_of(day, q::all()), "as_of(2021-06-01, all())"},
      {q::orphans(q::all()), "orphans(all())"},
      {q::uncovered(q::all()), "uncovered(all())"},
      {q::somepath("a", "b"), "somepath(a, b)"},
      {q::allpaths("a", "b"), "allpaths(a, b)"},
      {q::let("x", q::rests_on("a"), q::cites("x")), "let x = rests_on(a) in cites(x)"},
      {q::sort(q::SortKey::date, q::all()), "sort(date, all())"},
      {q::limit(3, q::all()), "limit(3, all())"},
      {q::count(q::all()), "count(all())"},
      {q::chain("a", "b"), "a -> b"},
      {q::Set("a") | "b" | "c", "a + b + c"},
      {q::Set("a") - (q::Set("b") & "c"), "a - (b ^ c)"},
      {q::kind(NodeKind::priority, q::rests_on("a") | q::parts(q::Set("b") - "c")),
       "kind(priority, rests_on(a) union parts(b except c))"},
  };
}

TEST(Build, GivesTheTreeOfTheParser) {
  for (const Pair& pair : pairs()) {
    const auto parsed = parse_query(pair.text);
    ASSERT_TRUE(parsed.ok()) << pair.text;
    EXPECT_EQ(pair.built, *parsed) << pair.text;
    EXPECT_EQ(format(pair.built), format(*parsed));
  }
}

TEST(Build, KnowsEveryFunctionOfTheLanguage) {
  std::string all;
  for (const Pair& pair : pairs()) all += std::string(" ") + pair.text;
  for (const auto& signature : detail::signatures())
    EXPECT_NE(all.find(std::string(signature.name) + "("), std::string::npos) << signature.name;
}

// Whatever is put together at random is what the parser reads from its spelling.
TEST(BuildProperty, FormatsToItsOwnTree) {
  std::uint32_t seed = 1;
  const auto below = [&](std::uint32_t n) {
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 16) % n;
  };
  for (int i = 0; i < 500; ++i) {
    q::Set e("TFEU/art_67");
    for (std::uint32_t k = below(8); k > 0; --k) {
      switch (below(6)) {
        case 0:
          e = e | q::rests_on(e);
          break;
        case 1:
          e = q::Set("Article \"67\" \\ TFEU") & e;
          break;
        case 2:
          e = q::let("x", e, q::Set("x") - q::Set("y"));
          break;
        case 3:
          e = q::kind(NodeKind::priority, e);
          break;
        case 4:
          e = q::stated(e);
          break;
        default:
          e = q::Set("z") - e;
      }
      if (static_cast<Query>(e).terms.size() > 200) break;
    }
    const Query built = e;
    const auto parsed = parse_query(format(built));
    ASSERT_TRUE(parsed.ok()) << format(built);
    EXPECT_EQ(*parsed, built) << format(built);
  }
}

}  // namespace
}  // namespace acquis
