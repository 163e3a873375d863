#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>

#include "peers.hpp"

namespace bench {
namespace {

using List = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
using Rows =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                       boost::no_property, std::uint32_t, std::uint32_t>;

List make_graph(const Plain& plain, List*) {
  return {plain.arcs.begin(), plain.arcs.end(), plain.vertices};
}
Rows make_graph(const Plain& plain, Rows*) {
  return {boost::edges_are_sorted, plain.arcs.begin(), plain.arcs.end(), plain.vertices};
}

struct Found {};

// Remembers how far each vertex is; stops at one.
template <typename Graph>
struct Distances : boost::default_bfs_visitor {
  Distances(std::vector<std::int32_t>& d, Vertex wanted) : distance(d), to(wanted) {}
  template <typename Edge>
  void tree_edge(Edge e, const Graph& g) {
    distance[target(e, g)] = distance[source(e, g)] + 1;
    if (target(e, g) == to) throw Found{};
  }
  std::vector<std::int32_t>& distance;
  Vertex to;
};

template <typename Graph>
class Bgl : public Peer {
 public:
  Bgl(const Plain& plain, std::string name)
      : name_(std::move(name)),
        graph_(make_graph(plain, static_cast<Graph*>(nullptr))),
        colour_(plain.vertices),
        distance_(plain.vertices) {}

  std::string name() const override { return name_; }
  void search(Vertex from) override {
    boost::breadth_first_search(graph_, from, boost::color_map(colour_.data()));
  }
  bool reached(Vertex v) const override { return colour_[v] == boost::black_color; }
  long path(Vertex from, Vertex to) override {
    distance_[from] = 0;
    try {
      boost::breadth_first_search(
          graph_, from, boost::color_map(colour_.data()).visitor(Distances<Graph>(distance_, to)));
    } catch (const Found&) {
      return distance_[to];
    }
    return -1;
  }

 private:
  std::string name_;
  Graph graph_;
  std::vector<boost::default_color_type> colour_;
  std::vector<std::int32_t> distance_;
};

}  // namespace

std::unique_ptr<Peer> make_bgl_list(const Plain& plain) {
  return std::make_unique<Bgl<List>>(plain, "Boost.Graph adjacency_list");
}
std::unique_ptr<Peer> make_bgl_rows(const Plain& plain) {
  return std::make_unique<Bgl<Rows>>(plain, "Boost.Graph compressed_sparse_row_graph");
}

}  // namespace bench
