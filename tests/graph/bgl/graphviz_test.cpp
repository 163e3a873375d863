#include <gtest/gtest.h>

#include <boost/graph/graphviz.hpp>
#include <sstream>

#include "acquis/graph/assemble.hpp"
#include "acquis/graph/bgl.hpp"

namespace acquis {
namespace {

TEST(Bgl, WritesGraphviz) {
  Graph::Parts parts;
  parts.nodes.assign(2, {NodeKind::provision, none<NodeId>, {}});
  parts.edges = {{NodeId{0}, NodeId{1}, EdgeKind::cites}, {NodeId{0}, NodeId{1}, EdgeKind::amends}};
  const Graph graph(parts);
  std::ostringstream out;
  boost::write_graphviz(out, graph);
  EXPECT_EQ(out.str(), "digraph G {\n0;\n1;\n0->1 ;\n0->1 ;\n}\n");
}

}  // namespace
}  // namespace acquis
