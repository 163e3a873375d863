// Every operator against its definition, on random corpora.
#include <gtest/gtest.h>

#include <functional>

#include "acquis/query/evaluate.hpp"
#include "support/oracle.hpp"
#include "support/random_corpus.hpp"

namespace acquis {
namespace {

using testing::Oracle;
using testing::Random;

using Member = std::function<bool(NodeId)>;

class World {
 public:
  explicit World(unsigned seed)
      : random(seed),
        law(testing::random_corpus(random, 3 + testing::below(random, 14),
                                   testing::below(random, 40))),
        graph(law.graph()) {
    options.policy = testing::random_policy(random);
    options.policy.kinds = support_kinds;
  }

  NodeId any_node() {
    return NodeId{testing::below(random, static_cast<std::uint32_t>(graph.node_count()))};
  }
  bool alive(NodeId n) const { return admits(graph, options.policy, n); }

  NodeSet answer(const std::string& query) const {
    const auto found = ask(law, query, options);
    EXPECT_TRUE(found.ok()) << query << ": " << found.status();
    return {law, found.ok() ? found->nodes : std::vector<NodeId>{}};
  }
  NodeSet those(const Member& member) const {
    std::vector<NodeId> out;
    for (const NodeId n : graph.nodes())
      if (alive(n) && member(n)) out.push_back(n);
    return {law, out};
  }

  Random random;
  Corpus law;
  const Graph& graph;
  QueryOptions options;
};

bool edge_between(const World& w, NodeId a, NodeId b, EdgeKindSet kinds) {
  Policy policy = w.options.policy;
  policy.kinds = kinds;
  for (const EdgeId e : w.graph.edges())
    if (w.graph.source(e) == a && w.graph.target(e) == b && admits(w.graph, policy, e)) return true;
  return false;
}

TEST(OperatorProperty, EveryOperatorMeansItsDefinition) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    World w(seed);
    const Oracle oracle(w.graph, w.options.policy);
    const NodeId a = w.any_node();
    const NodeId b = w.any_node();
    const std::string key_a = w.law.key(a);
    const std::string pair = "(" + key_a + " union " + w.law.key(b) + ")";
    const std::vector<NodeId> members{a, b};
    const auto is_member = [&](NodeId n) { return (n == a || n == b) && w.alive(n); };
    const auto any_member = [&](const Member& holds) {
      return std::any_of(members.begin(), members.end(),
                         [&](NodeId m) { return w.alive(m) && holds(m); });
    };
    const auto expect = [&](const std::string& query, const Member& member) {
      EXPECT_EQ(w.answer(query), w.those(member)) << query;
    };

    expect(pair, is_member);
    expect("all()", [](NodeId) { return true; });
    expect("kind(provision, all())",
           [&](NodeId n) { return w.law.kind(n) == NodeKind::provision; });
    expect("kind(point, all())", [&](NodeId n) { return w.law.level(n) == Level::point; });
    expect("parts(" + pair + ")",
           [&](NodeId n) { return any_member([&](NodeId m) { return oracle.contains(m, n); }); });
    expect("wholes(" + pair + ")",
           [&](NodeId n) { return any_member([&](NodeId m) { return oracle.contains(n, m); }); });
    expect("rests_on(" + pair + ")", [&](NodeId n) {
      return !is_member(n) && any_member([&](NodeId m) { return oracle.rests(n, m); });
    });
    expect("basis_of(" + pair + ")", [&](NodeId n) {
      return !is_member(n) && any_member([&](NodeId m) { return oracle.rests(m, n); });
    });
    expect("in(legal_basis|cites, " + pair + ")", [&](NodeId n) {
      return any_member([&](NodeId m) {
        return edge_between(w, n, m, {EdgeKind::legal_basis, EdgeKind::cites});
      });
    });
    expect("out(legal_basis|cites, " + pair + ")", [&](NodeId n) {
      return any_member([&](NodeId m) {
        return edge_between(w, m, n, {EdgeKind::legal_basis, EdgeKind::cites});
      });
    });
    const auto cites_part = [&](NodeId whole, NodeId n, bool backwards) {
      for (const NodeId part : w.graph.nodes())
        if (oracle.contains(whole, part) &&
            (backwards ? edge_between(w, n, part, {EdgeKind::cites})
                       : edge_between(w, part, n, {EdgeKind::cites})))
          return true;
      return false;
    };
    expect("cites(" + pair + ")",
           [&](NodeId n) { return any_member([&](NodeId m) { return cites_part(m, n, false); }); });
    expect("cited_by(" + pair + ")",
           [&](NodeId n) { return any_member([&](NodeId m) { return cites_part(m, n, true); }); });
    const Date day = w.options.policy.as_of ? w.options.policy.as_of : Date::from_ymd(9999, 12, 31);
    for (const char* name : {"adopted", "in_force", "applicable"})
      expect("status(" + std::string(name) + ")", [&](NodeId n) {
        NodeId work = n;
        while (work != none<NodeId> && w.law.instrument(work) == nullptr)
          work = w.graph.kind(work) == NodeKind::provision ? w.graph.parent(work) : none<NodeId>;
        return work != none<NodeId> &&
               status_at(w.law.instrument(work)->life, day) == parse_status(name);
      });
    expect("dated(1997-01-01, 1998-06-01)", [&](NodeId n) {
      const auto* facts = w.law.instrument(n);
      const Date date = facts != nullptr ? facts->life.document : w.law.validity(n).from;
      return date && Date::from_ymd(1997, 1, 1) <= date && date <= Date::from_ymd(1998, 6, 1);
    });
    const auto rests_on_other = [&](NodeId n, bool backwards) {
      for (const NodeId m : w.graph.nodes())
        if (m != n && w.alive(m) && (backwards ? oracle.rests(m, n) : oracle.rests(n, m)))
          return true;
      return false;
    };
    expect("orphans(" + pair + ")",
           [&](NodeId n) { return is_member(n) && !rests_on_other(n, false); });
    expect("uncovered(" + pair + ")",
           [&](NodeId n) { return is_member(n) && !rests_on_other(n, true); });
  }
}

// Whether link `last` is on a chain from `from`: every link that can follow, by the definition.
bool leads_to(const World& w, const Oracle& oracle, NodeId from, EdgeId last) {
  std::vector<EdgeId> reached;
  const auto add = [&](NodeId at) {
    for (const EdgeId e : w.graph.edges(Role::support))
      if (admits(w.graph, w.options.policy, e) && oracle.overlap(at, w.graph.source(e)) &&
          std::find(reached.begin(), reached.end(), e) == reached.end())
        reached.push_back(e);
  };
  add(from);
  for (std::size_t i = 0; i < reached.size(); ++i) add(w.graph.target(reached[i]));
  return std::find(reached.begin(), reached.end(), last) != reached.end();
}

TEST(OperatorProperty, RestsOnAndBasisOfAreConverses) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    World w(seed);
    for (const NodeId a : w.graph.nodes())
      for (const NodeId b : w.answer("basis_of(" + w.law.key(a) + ")"))
        EXPECT_TRUE(!w.alive(a) || w.answer("rests_on(" + w.law.key(b) + ")").contains(a)) << seed;
  }
}

TEST(OperatorProperty, PoliciesAreMonotoneAndSetsObeyTheirLaws) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    World w(seed);
    const std::string a = "rests_on(" + w.law.key(w.any_node()) + ")";
    const std::string b = "basis_of(" + w.law.key(w.any_node()) + ")";
    const std::string c = "parts(" + w.law.key(w.any_node()) + ")";
    const auto within = [&](const std::string& x, const std::string& y) {
      EXPECT_TRUE((w.answer(x) - w.answer(y)).empty()) << seed << ": " << x << " within " << y;
    };
    within("stated(" + a + ")", "derived(" + a + ")");
    within("derived(" + a + ")", "editorial(" + a + ")");
    within("exact(" + a + ")", a);
    const auto same = [&](const std::string& x, const std::string& y) {
      EXPECT_EQ(w.answer(x), w.answer(y)) << seed << ": " << x << " = " << y;
    };
    same(a + " union " + b, b + " union " + a);
    same(a + " intersect (" + b + " union " + c + ")",
         "(" + a + " intersect " + b + ") union (" + a + " intersect " + c + ")");
    same(a + " except (" + b + " union " + c + ")", a + " except " + b + " except " + c);
    for (const char* op : {" union ", " intersect ", " except "})
      same("as_of(2004-06-01, " + a + op + b + ")",
           "as_of(2004-06-01, " + a + ")" + op + "as_of(2004-06-01, " + b + ")");
  }
}

// A link is on some chain from a to b when a rests on where it begins, or it begins there, and where
// it ends rests on b, or it ends there.
TEST(OperatorProperty, AllpathsHoldsTheEndsOfEveryLinkOnAChainAndWhatIsAsked) {
  std::size_t chains = 0;
  for (unsigned seed = 0; seed < 800; ++seed) {
    World w(seed);
    w.options.policy.exact = false;
    const Oracle oracle(w.graph, w.options.policy);
    const NodeId a = w.any_node(), b = w.any_node();
    if (!w.alive(a) || !w.alive(b)) continue;
    const auto follows = [&](NodeId from, NodeId place) {  // a chain, maybe empty, leads there
      if (oracle.overlap(from, place)) return true;
      for (const EdgeId e : w.graph.edges(Role::support))
        if (admits(w.graph, w.options.policy, e) && oracle.overlap(w.graph.target(e), place) &&
            (oracle.overlap(from, w.graph.source(e)) || leads_to(w, oracle, from, e)))
          return true;
      return false;
    };
    std::vector<NodeId> want;
    for (const EdgeId e : w.graph.edges(Role::support)) {
      const NodeId s = w.graph.source(e), t = w.graph.target(e);
      if (!admits(w.graph, w.options.policy, e)) continue;
      if (!follows(a, s) || !follows(t, b)) continue;
      want.insert(want.end(), {s, t});
      ++chains;
    }
    if (!want.empty()) want.insert(want.end(), {a, b});
    EXPECT_EQ(w.answer("allpaths(" + w.law.key(a) + ", " + w.law.key(b) + ")"),
              NodeSet(w.law, want))
        << seed;
  }
  EXPECT_GT(chains, 50u);
}

TEST(OperatorProperty, AllpathsHoldsEveryChain) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    World w(seed);
    const NodeId a = w.any_node(), b = w.any_node();
    if (!w.alive(a) || !w.alive(b)) continue;
    const std::string ends = w.law.key(a) + ", " + w.law.key(b) + ")";
    const NodeSet some = w.answer("somepath(" + ends);
    const NodeSet every = w.answer("allpaths(" + ends);
    EXPECT_EQ(some.empty(), every.empty()) << seed;
    EXPECT_TRUE((some - every).empty()) << seed;
  }
}

// A relation on the nodes of a small graph, and the words of the language for it.
struct Relation {
  std::vector<std::vector<bool>> pairs;
  std::string text;
};

class Relations {
 public:
  explicit Relations(World& w) : w_(w), n_(w.graph.node_count()) {}

  Relation random(int depth) {
    const auto choice = testing::below(w_.random, depth == 0 ? 2 : 7);
    if (choice < 2) return step();
    Relation a = random(depth - 1);
    if (choice == 2) return {closure(a.pairs, true), "(" + a.text + ")*"};
    if (choice == 3) return {closure(a.pairs, false), "(" + a.text + ")+"};
    if (choice == 4) return {either(a.pairs, identity()), "(" + a.text + ")?"};
    if (choice == 5) return {bounded(a.pairs, 1, 3), "(" + a.text + "){1,3}"};
    Relation b = random(depth - 1);
    if (testing::below(w_.random, 2))
      return {either(a.pairs, b.pairs), "(" + a.text + " | " + b.text + ")"};
    return {composed(a.pairs, b.pairs), a.text + " " + b.text};
  }

 private:
  using Pairs = std::vector<std::vector<bool>>;

  Pairs empty() const { return Pairs(n_, std::vector<bool>(n_)); }
  Pairs identity() const {
    Pairs out = empty();
    for (std::size_t i = 0; i < n_; ++i) out[i][i] = true;
    return out;
  }
  Pairs either(const Pairs& a, const Pairs& b) const {
    Pairs out = a;
    for (std::size_t i = 0; i < n_; ++i)
      for (std::size_t j = 0; j < n_; ++j) out[i][j] = a[i][j] || b[i][j];
    return out;
  }
  Pairs composed(const Pairs& a, const Pairs& b) const {
    Pairs out = empty();
    for (std::size_t i = 0; i < n_; ++i)
      for (std::size_t k = 0; k < n_; ++k)
        for (std::size_t j = 0; a[i][k] && j < n_; ++j) out[i][j] = out[i][j] || b[k][j];
    return out;
  }
  Pairs closure(const Pairs& a, bool reflexive) const {
    Pairs out = a;
    for (std::size_t i = 0; i < n_; ++i) out = either(out, composed(out, a));
    return reflexive ? either(out, identity()) : out;
  }
  Pairs bounded(const Pairs& a, int least, int most) const {
    Pairs power = identity(), out = empty();
    for (int i = 0; i <= most; ++i) {
      if (i >= least) out = either(out, power);
      power = composed(power, a);
    }
    return out;
  }

  Relation step() {
    const bool backward = testing::below(w_.random, 3) == 0;
    const std::string mark = backward ? "~" : "";
    Relation out{empty(), ""};
    const auto set = [&](NodeId from, NodeId to) {
      if (backward) std::swap(from, to);
      out.pairs[index(from)][index(to)] = true;
    };
    if (testing::below(w_.random, 4) == 0) {
      for (const NodeId n : w_.graph.nodes()) {
        const NodeId up = w_.graph.parent(n);
        if (up != none<NodeId> && w_.alive(n) && w_.alive(up)) set(n, up);
      }
      out.text = mark + "part_of";
      return out;
    }
    const auto kind = static_cast<EdgeKind>(testing::below(w_.random, 12));
    Policy policy = w_.options.policy;
    policy.kinds = {kind};
    for (const EdgeId e : w_.graph.edges())
      if (admits(w_.graph, policy, e)) set(w_.graph.source(e), w_.graph.target(e));
    out.text = mark + std::string(to_text(kind));
    return out;
  }

  World& w_;
  std::size_t n_;
};

TEST(PathProperty, AgreesWithRelationAlgebra) {
  for (unsigned seed = 0; seed < 600; ++seed) {
    World w(seed);
    const Relation relation = Relations(w).random(4);
    const NodeId from = w.any_node();
    if (!w.alive(from)) continue;
    EXPECT_EQ(w.answer("path(\"" + relation.text + "\", " + w.law.key(from) + ")"),
              w.those([&](NodeId n) { return bool(relation.pairs[index(from)][index(n)]); }))
        << seed << ": " << relation.text;
  }
}

}  // namespace
}  // namespace acquis
