// What the library takes for granted of the arrays of a corpus, checked.
#include <algorithm>

#include "io/snapshot_access.hpp"

namespace acquis {
inline namespace v0 {
namespace {

constexpr const char* bad_places = "altered: the places do not make a forest";
constexpr const char* bad_edges = "altered: an edge leads nowhere";
constexpr const char* bad_tables = "altered: a record points to nothing";
constexpr const char* bad_index = "altered: the index does not fit the graph";

template <typename Id>
bool all_below(const Array<Id>& ids, std::size_t count) {
  return std::all_of(ids.begin(), ids.end(), [&](Id id) { return index(id) < count; });
}

template <typename T>
bool ascends(const Array<T>& values) {
  return std::adjacent_find(values.begin(), values.end(),
                            [](const T& a, const T& b) { return !(a < b); }) == values.end();
}

template <typename Column>
bool column_is_sound(const Column& column, std::size_t nodes) {
  return column.nodes.size() == column.values.size() && ascends(column.nodes) &&
         all_below(column.nodes, nodes);
}

}  // namespace

bool SnapshotAccess::bits_are_sound(const RankedBits& bits, std::size_t size) {
  if (bits.blocks_.size() != size / 64 + 1) return false;
  std::uint32_t before = 0;
  for (const auto& block : bits.blocks_) {
    if (block.before != before) return false;
    before += detail::count_ones(block.bits);
  }
  return bits.blocks_.back().bits >> (size % 64) == 0;
}

bool SnapshotAccess::rows_are_sound(const Rows& rows, std::size_t nodes, std::uint32_t first,
                                    std::uint32_t last) {
  if (rows.starts_.empty()) return first == last && rows.used_.empty();
  return bits_are_sound(rows.used_, nodes) &&
         rows.starts_.size() == std::size_t{rows.used_.rank(nodes)} + 1 && ascends(rows.starts_) &&
         rows.starts_[0] == first && rows.starts_.back() == last;
}

const char* SnapshotAccess::fault(const Graph& g) {
  const std::size_t nodes = g.kind_.size(), edges = g.target_.size();
  if (g.places_.size() != nodes || g.interval_of_.size() != nodes || nodes >= 0xFFFF'FFFFu ||
      edges >= 0xFFFF'FFFFu)
    return bad_places;
  for (std::size_t i = 0; i < nodes; ++i) {
    const auto& place = g.places_[i];
    if (index(place.end) <= i || index(place.end) > nodes) return bad_places;
    if (g.kind_[i] > NodeKind::provision || g.interval_of_[i] >= g.intervals_.size())
      return bad_places;
    if (place.parent == none<NodeId>) continue;
    if (index(place.parent) >= i || g.places_[index(place.parent)].end < place.end)
      return bad_places;
  }
  if (g.sort_.size() != edges || g.in_edge_.size() != edges || g.in_end_.size() != edges ||
      !all_below(g.target_, nodes) || !all_below(g.in_end_, nodes) ||
      !all_below(g.in_edge_, edges) || !all_below(g.sources_, nodes))
    return bad_edges;
  std::uint32_t before = 0;
  if (index(g.first_of_role_[0]) != 0 || index(g.first_of_role_[role_count]) != edges)
    return bad_edges;
  for (std::size_t r = 0; r < role_count; ++r) {
    const std::uint32_t first = index(g.first_of_role_[r]), last = index(g.first_of_role_[r + 1]);
    if (first != before || last < first || !rows_are_sound(g.out_[r], nodes, first, last) ||
        !rows_are_sound(g.in_[r], nodes, first, last))
      return bad_edges;
    before = last;
  }
  for (const std::uint8_t sort : g.sort_)
    if (sort >> 4 > static_cast<unsigned>(Evidence::stated)) return bad_edges;
  if (!bits_are_sound(g.first_edges_, edges) || g.sources_.size() != g.first_edges_.rank(edges) ||
      (edges != 0 && !g.first_edges_[0]))
    return bad_edges;
  if (g.limited_.size() != g.limited_validity_.size() || !ascends(g.limited_) ||
      !all_below(g.limited_, edges))
    return bad_edges;
  return nullptr;
}

namespace {

class TableCheck {
 public:
  using Tables = SnapshotAccess::Tables;
  TableCheck(const Graph& graph, const Tables& tables) : graph_(graph), tables_(tables) {}

  bool sound() const {
    return strings() && nodes() && edges() && labels() && columns() && parts() && keys();
  }

 private:
  bool strings() const {
    const auto& first = tables_.strings.first;
    return !first.empty() && std::is_sorted(first.begin(), first.end()) &&
           first.back() == tables_.strings.bytes.size() && first[0] == 0;
  }
  bool text(Symbol symbol) const {
    return symbol == none<Symbol> || std::size_t{index(symbol)} + 1 < tables_.strings.first.size();
  }
  bool part(PartId id) const {
    return id == none<PartId> || static_cast<std::size_t>(id) < tables_.part_rows.size();
  }
  bool nodes() const {
    if (tables_.nodes.size() != graph_.node_count()) return false;
    for (std::uint32_t i = 0; i < tables_.nodes.size(); ++i) {
      const auto& node = tables_.nodes[i];
      if (!text(node.segment) || !part(node.part)) return false;
      if (node.anchor != detail::no_node && node.anchor >= i) return false;
      if (graph_.kind(NodeId{i}) == NodeKind::provision && !Segment::parse(tables_.segment(i)))
        return false;
    }
    return true;
  }
  bool edges() const {
    return tables_.edges.size() == graph_.edge_count() &&
           std::all_of(tables_.edges.begin(), tables_.edges.end(), [this](const auto& edge) {
             return text(edge.source) && text(edge.at) && text(edge.note) &&
                    text(edge.fingerprint) && part(edge.part);
           });
  }
  bool labels() const {
    return std::is_sorted(tables_.labels.begin(), tables_.labels.end()) &&
           std::all_of(tables_.labels.begin(), tables_.labels.end(), [this](const auto& label) {
             return index(label.node) < graph_.node_count() && text(label.text);
           });
  }
  bool columns() const {
    const std::size_t count = graph_.node_count();
    if (!column_is_sound(tables_.instruments, count) || !column_is_sound(tables_.validity, count) ||
        !column_is_sound(tables_.statements, count))
      return false;
    for (const auto& row : tables_.instruments.values)
      if (!text(row.celex) || !text(row.eli) || row.type > InstrumentType::package) return false;
    for (const auto& row : tables_.statements.values)
      if (!text(row.source) || !text(row.at)) return false;
    return true;
  }
  bool parts() const {
    std::uint32_t use = 0, source = 0;
    for (const auto& row : tables_.part_rows) {
      if (row.first_use < use || row.first_source < source) return false;
      use = row.first_use;
      source = row.first_source;
      if (!text(row.id) || !text(row.title) || !text(row.licence) || !text(row.file)) return false;
    }
    if (use > tables_.uses.size() || source > tables_.source_rows.size()) return false;
    if (!std::all_of(tables_.waived.begin(), tables_.waived.end(), [this](const auto& row) {
          return text(row.rule) && text(row.reason) && text(row.about) &&
                 static_cast<std::size_t>(row.part) < tables_.part_rows.size();
        }))
      return false;
    if (!std::all_of(tables_.uses.begin(), tables_.uses.end(),
                     [this](Symbol s) { return text(s); }))
      return false;
    return std::all_of(
        tables_.source_rows.begin(), tables_.source_rows.end(),
        [this](const auto& row) { return text(row.id) && text(row.title) && text(row.url); });
  }
  // A power of two with a free slot, or a search for what is not there would not end.
  bool keys() const {
    const auto& slots = tables_.key_slots;
    if ((slots.size() & (slots.size() - 1)) != 0) return false;
    bool vacant = slots.empty();
    for (const std::uint32_t n : slots) {
      vacant = vacant || n == detail::no_node;
      if (n != detail::no_node && n >= graph_.node_count()) return false;
    }
    return vacant && (tables_.ranks.empty() || tables_.ranks.size() == graph_.node_count());
  }

  const Graph& graph_;
  const Tables& tables_;
};

}  // namespace

const char* SnapshotAccess::fault(const Graph& graph, const Tables& tables) {
  return TableCheck(graph, tables).sound() ? nullptr : bad_tables;
}

const char* SnapshotAccess::fault(const Graph& graph, const ReachIndex& index) {
  const std::size_t nodes = graph.node_count(), columns = index.columns_.size();
  if (index.words_ != columns / 64 + 1 || index.bits_.empty() ||
      index.bits_.size() % index.words_ != 0 || index.set_of_.size() != nodes)
    return bad_index;
  const std::size_t sets = index.bits_.size() / index.words_;
  for (const std::uint32_t set : index.set_of_)
    if (set >= sets) return bad_index;
  const auto spare = static_cast<unsigned>(columns % 64);
  for (std::size_t set = 0; set < sets; ++set)
    if (index.bits_[(set + 1) * index.words_ - 1] >> spare != 0) return bad_index;
  if (index.column_end_.size() != columns || index.around_.size() != columns ||
      !ascends(index.columns_) || !all_below(index.columns_, nodes))
    return bad_index;
  for (std::size_t c = 0; c < columns; ++c)
    if (index.around_[c] != ReachIndex::no_column && index.around_[c] >= c) return bad_index;
  NodeId last{0};
  for (const IdRange<NodeId> work : index.works_) {
    if (*work.begin() < last || !(*work.begin() < *work.end())) return bad_index;
    last = *work.end();
  }
  const std::size_t asked =
      index.works_.empty() ? 0 : acquis::index(last) - acquis::index(*index.works_[0].begin());
  if (acquis::index(last) > nodes || index.inside_.size() != asked) return bad_index;
  for (const auto& inside : index.inside_)
    if (inside.first > inside.last || inside.last > columns) return bad_index;
  if (!ascends(index.askers_) || !all_below(index.askers_, nodes) ||
      index.by_column_.size() != columns * ((index.askers_.size() + 63) / 64))
    return bad_index;
  const std::size_t words = (index.askers_.size() + 63) / 64;
  for (std::size_t c = 0; index.askers_.size() % 64 != 0 && c < columns; ++c)
    if (index.by_column_[(c + 1) * words - 1] >> (index.askers_.size() % 64) != 0) return bad_index;
  return nullptr;
}

}  // namespace v0
}  // namespace acquis
