#include <gtest/gtest.h>

#include <boost/graph/strong_components.hpp>

#include "acquis/graph/bgl.hpp"
#include "support/random_graph.hpp"

namespace acquis {
namespace {

TEST(Bgl, StrongComponentsAreMutualReach) {
  for (unsigned seed = 0; seed < 50; ++seed) {
    testing::Random random(seed);
    const Graph graph(testing::random_world(random, 12, 20));
    std::vector<std::size_t> component(num_vertices(graph));
    const auto map =
        boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, graph));
    boost::strong_components(graph, map);

    std::vector<std::vector<bool>> reach(graph.node_count(), std::vector<bool>(graph.node_count()));
    for (const NodeId n : graph.nodes()) reach[index(n)][index(n)] = true;
    for (const EdgeId e : graph.edges())
      reach[index(graph.source(e))][index(graph.target(e))] = true;
    for (std::size_t k = 0; k < graph.node_count(); ++k)
      for (std::size_t i = 0; i < graph.node_count(); ++i)
        for (std::size_t j = 0; j < graph.node_count(); ++j)
          if (reach[i][k] && reach[k][j]) reach[i][j] = true;
    for (std::size_t i = 0; i < graph.node_count(); ++i)
      for (std::size_t j = 0; j < graph.node_count(); ++j)
        EXPECT_EQ(component[i] == component[j], reach[i][j] && reach[j][i]);
  }
}

}  // namespace
}  // namespace acquis
