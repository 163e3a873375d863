#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "facts.hpp"

namespace acquis {
namespace corpora_test {
namespace {

class Instruments : public testing::Test {
 protected:
  void SetUp() override {
    if (rows.empty()) GTEST_SKIP() << "../shared/facts/instruments.tsv is not here";
    const Graph& graph = law.graph();
    for (const NodeId n : graph.nodes())
      if (const InstrumentFacts* facts = law.instrument(n); facts != nullptr && !law.is_stub(n)) {
        by_celex.emplace(law.key(n), n);
        if (!facts->celex.empty()) by_celex.emplace(facts->celex, n);
      }
  }

  NodeId act(const Row& row) const {
    const auto found = by_celex.find(row.at("celex"));
    EXPECT_NE(found, by_celex.end()) << row.at("celex");
    return found == by_celex.end() ? none<NodeId> : found->second;
  }

  // The keys that edges of these kinds lead to from exactly this node.
  std::set<std::string> targets(NodeId n, std::initializer_list<EdgeKind> kinds) const {
    std::set<std::string> out;
    const Graph& graph = law.graph();
    for (const EdgeKind kind : kinds)
      for (const EdgeId e : graph.out_edges(n, role(kind)))
        if (graph.kind(e) == kind) out.insert(law.key(graph.target(e)));
    return out;
  }

  const Corpus& law = shipped();
  const std::vector<Row> rows = instrument_rows();
  std::map<std::string, NodeId, std::less<>> by_celex;
};

std::set<std::string> as_set(const std::string& cell) {
  const auto list = members(cell);
  return {list.begin(), list.end()};
}

Date date(const std::string& cell) { return Date::parse(cell).value_or(Date()); }

std::string with_underscores(std::string text) {
  std::replace(text.begin(), text.end(), '-', '_');
  return text;
}

TEST_F(Instruments, AreAllOfTheTable) {
  EXPECT_EQ(rows.size(), 117u);
  std::set<NodeId> found;
  for (const Row& row : rows) found.insert(act(row));
  EXPECT_EQ(found.size(), rows.size());
}

TEST_F(Instruments, HaveTheTypeNameAndIdentifierOfTheTable) {
  for (const Row& row : rows) {
    SCOPED_TRACE(row.at("celex"));
    const NodeId n = act(row);
    const InstrumentFacts& facts = *law.instrument(n);
    EXPECT_EQ(to_text(facts.type), with_underscores(row.at("kind")));
    EXPECT_EQ(facts.eli, row.at("eli"));
    EXPECT_EQ(law.label(n, Language::en), row.at("short_title_en"));
    EXPECT_EQ(law.label(n, Language::fr), row.at("short_title_fr"));
    const std::string& dutch = row.at("short_title_nl");
    if (!dutch.empty()) {
      EXPECT_EQ(law.label(n, Language::nl), dutch);
    }
    EXPECT_FALSE(law.label(n, Language::nl).empty());
    EXPECT_FALSE(law.label(n, Language::de).empty());
  }
}

TEST_F(Instruments, HaveTheDatesAndStatusOfTheTable) {
  const Date known = Date::from_ymd(2026, 11, 23);
  for (const Row& row : rows) {
    SCOPED_TRACE(row.at("celex"));
    const Life& life = law.instrument(act(row))->life;
    EXPECT_EQ(life.document, date(row.at("date_document")));
    EXPECT_EQ(life.in_force, date(row.at("date_in_force")));
    // The interoperability acts apply in part only: in force, without a general date.
    if (row.at("status") != "in-force" || date(row.at("date_applicable")) > known) {
      EXPECT_EQ(life.applicable, date(row.at("date_applicable")));
    }
    EXPECT_EQ(life.end, date(row.at("date_end")));
    const auto status = status_at(life, known);
    ASSERT_TRUE(status);
    EXPECT_EQ(to_text(*status), with_underscores(row.at("status")));
  }
}

TEST_F(Instruments, RestOnTheProvisionsOfTheTableAndNoOther) {
  for (const Row& row : rows) {
    const NodeId n = act(row);
    EXPECT_EQ(targets(n, {EdgeKind::legal_basis}), as_set(row.at("legal_basis")))
        << row.at("celex");
    for (const EdgeId e : law.graph().out_edges(n, Role::support)) {
      EXPECT_EQ(law.graph().evidence(e), Evidence::derived) << row.at("celex");
      EXPECT_EQ(law.statement(e).source, "preamble") << row.at("celex");
    }
  }
}

TEST(Shipped, ActsRestOnPlacesThatTheTreatiesList) {
  const Corpus& law = shipped();
  const Graph& graph = law.graph();
  for (const EdgeId e : graph.edges(Role::support))
    EXPECT_FALSE(law.is_stub(graph.target(e)))
        << law.key(graph.source(e)) << " rests on " << law.key(graph.target(e));
}

TEST_F(Instruments, AmendRepealAndReplaceAsInTheTable) {
  std::map<std::string, std::set<std::string>> replaced;  // later: earlier
  for (const Row& row : rows)
    for (const std::string& later : members(row.at("replaced_by")))
      replaced[later].insert(row.at("celex"));
  for (const Row& row : rows) {
    SCOPED_TRACE(row.at("celex"));
    const NodeId n = act(row);
    if (law.instrument(n)->type == InstrumentType::treaty) continue;
    EXPECT_EQ(targets(n, {EdgeKind::amends}), as_set(row.at("amends")));
    std::set<std::string> ended = as_set(row.at("repeals"));
    ended.merge(std::set(replaced[row.at("celex")]));
    EXPECT_EQ(targets(n, {EdgeKind::repeals, EdgeKind::replaces}), ended);
  }
  for (const auto& [later, earlier] : replaced)
    for (const std::string& act : earlier)
      EXPECT_TRUE(targets(law.find(later), {EdgeKind::replaces}).contains(act)) << later;
}

TEST_F(Instruments, AreInThePackagesOfTheTable) {
  std::set<std::string> names;
  for (const Row& row : rows) names.insert(row.at("package"));
  std::map<std::string, NodeId> packages;
  for (const Row& row : rows) {
    const std::string& name = row.at("package");
    if (name.empty()) continue;
    SCOPED_TRACE(row.at("celex") + " in " + name);
    const NodeId n = act(row);
    NodeId package = law.graph().parent(n);
    ASSERT_NE(package, none<NodeId>);
    // A document that announced a package stands in that one, which is a part of the other.
    if (names.contains(row.at("celex"))) package = law.graph().parent(package);
    ASSERT_NE(package, none<NodeId>);
    ASSERT_EQ(law.instrument(package)->type, InstrumentType::package);
    EXPECT_EQ(packages.emplace(name, package).first->second, package);
  }
  std::set<NodeId> distinct;
  for (const auto& [name, package] : packages) {
    distinct.insert(package);
    if (const NodeId document = law.find(name); document != none<NodeId>) {
      EXPECT_TRUE(law.graph().encloses(package, document)) << name;
    }
  }
  EXPECT_EQ(distinct.size(), packages.size());
}

TEST(Shipped, OnlyBrusselsIaRestsOnArticle67ItselfOfTheTfeu) {
  const Corpus& law = shipped();
  const auto resting = [&](const char* article) {
    std::set<std::string> out;
    const Graph& graph = law.graph();
    for (const EdgeId e : graph.in_edges(graph.subtree(law.find(article)), Role::support))
      out.insert(law.key(graph.source(e)));
    return out;
  };
  EXPECT_EQ(resting("TFEU/art_67"), std::set<std::string>{"32012R1215"});
  const auto community = resting("TEC/art_67");
  EXPECT_TRUE(community.contains("32001R0044"));
  EXPECT_FALSE(community.contains("32012R1215"));
}

}  // namespace
}  // namespace corpora_test
}  // namespace acquis
