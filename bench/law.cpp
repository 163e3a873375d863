#include "law.hpp"

#include <utility>

#include "random.hpp"

namespace bench {
namespace {

using namespace acquis;

class Maker {
 public:
  Maker(std::uint32_t acts, std::uint32_t priorities, std::uint64_t seed)
      : act_count_(acts), priority_count_(priorities), random_(seed) {}

  Law run() {
    for (std::uint32_t i = 0; i < 40; ++i) law_.objectives.push_back(add(NodeKind::objective));
    for (std::uint32_t i = 0; i < priority_count_; ++i)
      law_.priorities.push_back(add(NodeKind::priority));
    for (const std::uint32_t articles : {358u, 55u, 54u}) add_treaty(articles);
    for (std::uint32_t i = 0; i < act_count_; ++i) add_act();
    link_policy();
    for (std::uint32_t i = 0; i < act_count_; ++i) link_act(i);
    return std::move(law_);
  }

 private:
  NodeId add(NodeKind kind, NodeId parent = none<NodeId>) {
    const NodeId id{static_cast<std::uint32_t>(law_.parts.nodes.size())};
    law_.parts.nodes.push_back({kind, parent, {}});
    return id;
  }
  void link(NodeId from, EdgeKind kind, NodeId to, Evidence evidence = Evidence::derived) {
    law_.parts.edges.push_back({from, to, kind, evidence, {}});
  }

  void add_treaty(std::uint32_t articles) {
    law_.treaties.push_back(add(NodeKind::instrument));
    for (std::uint32_t a = 0; a < articles; ++a) {
      law_.articles.push_back(add(NodeKind::provision, law_.treaties.back()));
      for (std::uint32_t p = 1 + random_.below(5); p != 0; --p)
        add(NodeKind::provision, law_.articles.back());
    }
  }

  void add_act() {
    law_.acts.push_back(add(NodeKind::instrument));
    std::uint32_t left = 15 + random_.below(11);
    while (left != 0) {
      const NodeId article = add(NodeKind::provision, law_.acts.back());
      --left;
      for (std::uint32_t p = random_.below(4); p != 0 && left != 0; --p, --left)
        add(NodeKind::provision, article);
    }
  }

  // An article, or as often a paragraph of it.
  NodeId treaty_place() {
    const std::uint32_t i = random_.skewed(static_cast<std::uint32_t>(law_.articles.size()));
    const std::uint32_t article = index(law_.articles[i]);
    return NodeId{random_.below(2) == 0 ? article : article + 1};
  }
  NodeId place_in_act(std::uint32_t act) {
    const std::uint32_t first = index(law_.acts[act]);
    return NodeId{first + random_.below(15)};
  }

  void link_policy() {
    for (const NodeId objective : law_.objectives)
      link(objective, EdgeKind::laid_down_in, treaty_place(), Evidence::stated);
    for (const NodeId priority : law_.priorities) {
      link(priority, EdgeKind::pursues, law_.objectives[random_.below(40)], Evidence::editorial);
      for (std::uint32_t n = 1 + random_.below(3); n != 0; --n)
        link(priority, EdgeKind::relies_on, law_.acts[random_.below(act_count_)]);
    }
  }

  std::uint32_t cited_act(std::uint32_t from) {
    const bool anywhere = from == 0 || random_.below(50) == 0;
    return anywhere ? random_.below(act_count_) : random_.skewed(from);
  }

  void link_act(std::uint32_t i) {
    const std::uint32_t first = index(law_.acts[i]);
    const std::uint32_t end = i + 1 < act_count_
                                  ? index(law_.acts[i + 1])
                                  : static_cast<std::uint32_t>(law_.parts.nodes.size());
    for (std::uint32_t n = 1 + random_.below(3); n != 0; --n)
      link(law_.acts[i], EdgeKind::legal_basis, treaty_place());
    if (i != 0 && random_.below(10) < 3)
      link(law_.acts[i], EdgeKind::implements, law_.acts[random_.skewed(i)], Evidence::stated);
    for (std::uint32_t n = first + 1; n < end; ++n)
      for (std::uint32_t cites = random_.below(9); cites != 0; --cites)
        link(NodeId{n}, EdgeKind::cites, place_in_act(cited_act(i)));
  }

  std::uint32_t act_count_, priority_count_;
  Random random_;
  Law law_;
};

}  // namespace

Law make_law(std::uint32_t acts, std::uint32_t priorities, std::uint64_t seed) {
  return Maker(acts, priorities, seed).run();
}

}  // namespace bench
