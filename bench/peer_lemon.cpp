#include <lemon/bfs.h>
#include <lemon/static_graph.h>

#include "peers.hpp"

namespace bench {
namespace {

class Lemon : public Peer {
 public:
  explicit Lemon(const Plain& plain) {
    graph_.build(static_cast<int>(plain.vertices), plain.arcs.begin(), plain.arcs.end());
    search_ = std::make_unique<lemon::Bfs<lemon::StaticDigraph>>(graph_);
  }
  std::string name() const override { return "LEMON StaticDigraph"; }
  void search(Vertex from) override { search_->run(node(from)); }
  bool reached(Vertex v) const override { return search_->reached(node(v)); }
  long path(Vertex from, Vertex to) override {
    return search_->run(node(from), node(to)) ? search_->dist(node(to)) : -1;
  }

 private:
  static lemon::StaticDigraph::Node node(Vertex v) {
    return lemon::StaticDigraph::node(static_cast<int>(v));
  }
  lemon::StaticDigraph graph_;
  std::unique_ptr<lemon::Bfs<lemon::StaticDigraph>> search_;
};

}  // namespace

std::unique_ptr<Peer> make_lemon(const Plain& plain) { return std::make_unique<Lemon>(plain); }

}  // namespace bench
