// From drafts to ids: siblings in legal order, nodes in preorder, tables and graph by id.
#include <algorithm>
#include <numeric>
#include <utility>

#include "acquis/graph/assemble.hpp"
#include "corpus/draft.hpp"
#include "corpus/order.hpp"

namespace acquis {
inline namespace v0 {
namespace {

using Children = std::vector<std::uint32_t>;

// The children of every node and, last, the roots; rows of one array.
struct Forest {
  std::vector<std::uint32_t> first;
  Children all;

  std::span<std::uint32_t> of(std::size_t parent) {
    return {all.data() + first[parent], all.data() + first[parent + 1]};
  }
  std::size_t roots() const { return first.size() - 2; }
};

// `parent_of(n)` is below count, or count for a root.
template <typename ParentOf>
Forest forest_of(std::size_t count, ParentOf parent_of) {
  Forest forest;
  forest.first.assign(count + 2, 0);
  for (std::uint32_t n = 0; n < count; ++n) ++forest.first[parent_of(n) + 1];
  std::partial_sum(forest.first.begin(), forest.first.end(), forest.first.begin());
  forest.all.resize(count);
  std::vector<std::uint32_t> fill(forest.first.begin(), forest.first.end() - 1);
  for (std::uint32_t n = 0; n < count; ++n) forest.all[fill[parent_of(n)]++] = n;
  return forest;
}

std::vector<std::uint32_t> preorder(Forest& forest) {
  std::vector<std::uint32_t> order, waiting;
  const auto push = [&](std::span<std::uint32_t> row) {
    waiting.insert(waiting.end(), row.rbegin(), row.rend());
  };
  order.reserve(forest.all.size());
  push(forest.of(forest.roots()));
  while (!waiting.empty()) {
    const std::uint32_t n = waiting.back();
    waiting.pop_back();
    order.push_back(n);
    push(forest.of(n));
  }
  return order;
}

}  // namespace

// Numbers the drafts and moves what they hold into tables.
class CorpusBuilder::Freezer {
 public:
  explicit Freezer(Draft& draft) : draft_(draft), tables_(std::make_unique<Corpus::Tables>()) {}

  Corpus run() {
    number();
    fill_nodes();
    fill_columns();
    fill_ranks();
    Graph graph = make_graph();
    detail::KeyIndex keys;
    for (std::uint32_t n = 0; n < tables_->nodes.size(); ++n)
      keys.insert(n, [this](std::uint32_t m) { return draft_.nodes[order_[m]].hash; });
    tables_->key_slots = std::move(keys).slots();
    tables_->set_parts(draft_.parts, draft_.sources, draft_.interner);
    tables_->strings = draft_.strings.flat();
    tables_->read_parts();
    return Corpus(std::move(graph), std::move(tables_));
  }

 private:
  bool is_stub(std::uint32_t n) const {
    return (draft_.nodes[n].flags & Corpus::Tables::stub) != 0;
  }

  // What a document orders stays as it is; instruments go by key.
  bool precedes(std::uint32_t a, std::uint32_t b) const {
    const auto group = [&](std::uint32_t n) {
      const NodeKind kind = draft_.nodes[n].kind;
      return kind == NodeKind::provision ? -1 : static_cast<int>(kind);
    };
    if (group(a) != group(b)) return group(a) < group(b);
    if (draft_.nodes[a].kind != NodeKind::instrument) return false;
    return detail::instrument_precedes(draft_.segment(a), draft_.segment(b));
  }

  // Stubs of provisions stand before the first of their level that follows them by number.
  void place_stubs(std::span<std::uint32_t> row) const {
    const auto stub_place = [&](std::uint32_t n) {
      return is_stub(n) && draft_.nodes[n].kind == NodeKind::provision;
    };
    Children stubs, known, merged;
    for (const std::uint32_t n : row) (stub_place(n) ? stubs : known).push_back(n);
    if (stubs.empty()) return;
    std::sort(stubs.begin(), stubs.end(), [&](std::uint32_t a, std::uint32_t b) {
      return detail::segment_precedes(draft_.segment(a), draft_.segment(b));
    });
    auto stub = stubs.begin();
    for (const std::uint32_t n : known) {
      while (stub != stubs.end() && stands_before(*stub, n)) merged.push_back(*stub++);
      merged.push_back(n);
    }
    merged.insert(merged.end(), stub, stubs.end());
    std::copy(merged.begin(), merged.end(), row.begin());
  }
  bool stands_before(std::uint32_t stub, std::uint32_t n) const {
    if (draft_.nodes[n].kind != NodeKind::provision) return true;
    const auto level = [&](std::uint32_t m) { return Segment::parse(draft_.segment(m))->level; };
    return level(stub) == level(n) &&
           detail::segment_precedes(draft_.segment(stub), draft_.segment(n));
  }

  void number() {
    const std::size_t count = draft_.nodes.size();
    Forest forest = forest_of(count, [&](std::uint32_t n) {
      const DraftId parent = draft_.nodes[n].parent;
      return parent == none<DraftId> ? count : index(parent);
    });
    for (std::size_t parent = 0; parent <= count; ++parent) {
      const auto row = forest.of(parent);
      std::stable_sort(row.begin(), row.end(),
                       [&](std::uint32_t a, std::uint32_t b) { return precedes(a, b); });
      place_stubs(row);
    }
    order_ = preorder(forest);
    id_of_.resize(count);
    for (std::uint32_t i = 0; i < count; ++i) id_of_[order_[i]] = i;
  }

  NodeId id(DraftId n) const { return NodeId{id_of_[index(n)]}; }

  void fill_nodes() {
    std::vector<Corpus::Tables::Node> nodes;
    nodes.reserve(order_.size());
    for (const std::uint32_t n : order_) {
      const Draft::Node& node = draft_.nodes[n];
      const std::uint32_t anchor =
          node.anchor == detail::no_node ? detail::no_node : id_of_[node.anchor];
      nodes.push_back({node.segment, anchor, node.position, node.part, node.flags});
    }
    tables_->nodes = std::move(nodes);
  }

  template <typename Rows>
  void sort_by_id(Rows& rows) const {
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const auto& a, const auto& b) { return id(a.node) < id(b.node); });
  }

  template <typename Row, typename ValueOf>
  auto column(const std::vector<Row>& rows, ValueOf value_of) const {
    using Value = decltype(value_of(rows[0]));
    std::vector<NodeId> nodes;
    std::vector<Value> values;
    for (const Row& row : rows) {
      nodes.push_back(id(row.node));
      values.push_back(value_of(row));
    }
    return Corpus::Tables::Column<Value>{std::move(nodes), std::move(values)};
  }

  void fill_columns() {
    sort_by_id(draft_.instruments);
    sort_by_id(draft_.validities);
    sort_by_id(draft_.statements);
    tables_->instruments = column(draft_.instruments, [this](const Draft::Instrument& row) {
      const InstrumentFacts& facts = row.facts;
      return Corpus::Tables::Instrument{facts.life, draft_.interner.intern(facts.celex),
                                        draft_.interner.intern(facts.eli), facts.type};
    });
    tables_->validity =
        column(draft_.validities, [](const Draft::Validity& row) { return row.interval; });
    tables_->statements =
        column(draft_.statements, [](const Draft::Statement& row) { return row.statement; });
    std::vector<Corpus::Tables::Label> labels;
    for (const auto& row : draft_.labels) labels.push_back({id(row.node), row.language, row.text});
    std::stable_sort(labels.begin(), labels.end());
    tables_->labels = std::move(labels);
  }

  Interval own_existence(NodeId n) const {
    const Interval* validity = tables_->validity.find(n);
    const auto* facts = tables_->instruments.find(n);
    const Interval life = facts == nullptr ? Interval{} : facts->life.existence();
    return validity == nullptr ? life : intersection(life, *validity);
  }

  Graph make_graph() {
    Graph::Parts parts;
    parts.nodes.reserve(order_.size());
    for (std::uint32_t i = 0; i < order_.size(); ++i) {
      const Draft::Node& node = draft_.nodes[order_[i]];
      const NodeId parent = node.parent == none<DraftId> ? none<NodeId> : id(node.parent);
      Interval existence = own_existence(NodeId{i});
      if (node.kind == NodeKind::provision)
        existence = intersection(existence, parts.nodes[index(parent)].existence);
      parts.nodes.push_back({node.kind, parent, existence});
    }
    std::vector<std::uint32_t> edge_order;
    parts.order = &edge_order;
    parts.edges.reserve(draft_.edges.size());
    for (const Draft::Edge& edge : draft_.edges)
      parts.edges.push_back({id(edge.from), id(edge.to), edge.kind, edge.evidence, edge.validity});
    Graph graph(parts);
    std::vector<Corpus::Tables::Edge> edges;
    edges.reserve(edge_order.size());
    for (const std::uint32_t e : edge_order) edges.push_back(draft_.edges[e].facts);
    tables_->edges = std::move(edges);
    return graph;
  }

  bool is_package(std::uint32_t i) const {
    const auto* facts = tables_->instruments.find(NodeId{i});
    return facts != nullptr && facts->type == InstrumentType::package;
  }

  // Acts in packages take their places among all acts; without any, ids are legal order already.
  void fill_ranks() {
    const std::size_t count = order_.size();
    bool grouped = false;
    Forest forest = forest_of(count, [&](std::uint32_t i) -> std::size_t {
      std::size_t parent = parent_id(i);
      while (parent != count && draft_.nodes[order_[i]].kind == NodeKind::instrument &&
             is_package(static_cast<std::uint32_t>(parent))) {
        parent = parent_id(static_cast<std::uint32_t>(parent));
        grouped = true;
      }
      return parent;
    });
    if (!grouped) return;
    const auto roots = forest.of(forest.roots());
    std::stable_sort(roots.begin(), roots.end(), [&](std::uint32_t a, std::uint32_t b) {
      return precedes(order_[a], order_[b]);
    });
    const std::vector<std::uint32_t> legal = preorder(forest);
    std::vector<std::uint32_t> ranks(count);
    for (std::uint32_t i = 0; i < count; ++i) ranks[legal[i]] = i;
    tables_->ranks = std::move(ranks);
  }
  std::size_t parent_id(std::uint32_t i) const {
    const DraftId parent = draft_.nodes[order_[i]].parent;
    return parent == none<DraftId> ? order_.size() : index(id(parent));
  }

  Draft& draft_;
  std::unique_ptr<Corpus::Tables> tables_;
  std::vector<std::uint32_t> order_;  // draft of each id
  std::vector<std::uint32_t> id_of_;  // id of each draft
};

Corpus CorpusBuilder::Draft::freeze() { return Freezer(*this).run(); }

}  // namespace v0
}  // namespace acquis
