#include <gtest/gtest.h>

#include <array>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/filtered_graph.hpp>

#include "acquis/graph/bgl.hpp"
#include "acquis/graph/trace.hpp"
#include "support/random_graph.hpp"

namespace acquis {
namespace {

// In a graph without containment, resting on is reaching; Boost must agree.
TEST(Bgl, BreadthFirstSearchReachesWhatRestsOn) {
  Scratch scratch;
  for (unsigned seed = 0; seed < 100; ++seed) {
    testing::Random random(seed);
    Graph::Parts parts = testing::random_world(random, 20, 40);
    for (auto& node : parts.nodes) node.parent = none<NodeId>;
    const Graph graph(parts);
    const boost::filtered_graph support(graph, SupportOnly{&graph});
    for (const NodeId start : graph.nodes()) {
      std::vector<boost::default_color_type> colour(graph.node_count());
      const auto map =
          boost::make_iterator_property_map(colour.begin(), get(boost::vertex_index, graph));
      boost::breadth_first_search(support, start,
                                  boost::visitor(boost::default_bfs_visitor()).color_map(map));
      std::vector<NodeId> reached;
      for (const NodeId n : graph.nodes())
        if (n != start && colour[index(n)] == boost::black_color) reached.push_back(n);
      EXPECT_EQ(basis_of(graph, {}, std::array{start}, scratch), reached) << seed;
    }
  }
}

}  // namespace
}  // namespace acquis
