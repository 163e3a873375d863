#include <igraph.h>

#include "peers.hpp"

namespace bench {
namespace {

class Igraph : public Peer {
 public:
  explicit Igraph(const Plain& plain) : reached_(plain.vertices) {
    igraph_vector_int_t ends;
    igraph_vector_int_init(&ends, static_cast<igraph_integer_t>(2 * plain.arcs.size()));
    for (std::size_t i = 0; i < plain.arcs.size(); ++i) {
      VECTOR(ends)[2 * i] = plain.arcs[i].first;
      VECTOR(ends)[2 * i + 1] = plain.arcs[i].second;
    }
    igraph_create(&graph_, &ends, plain.vertices, IGRAPH_DIRECTED);
    igraph_vector_int_destroy(&ends);
    igraph_vector_int_init(&found_, 0);
  }
  ~Igraph() override {
    igraph_vector_int_destroy(&found_);
    igraph_destroy(&graph_);
  }

  std::string name() const override { return "igraph"; }
  void search(Vertex from) override {
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&found_); ++i)
      reached_[static_cast<std::size_t>(VECTOR(found_)[i])] = 0;
    igraph_subcomponent(&graph_, &found_, from, IGRAPH_OUT);
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&found_); ++i)
      reached_[static_cast<std::size_t>(VECTOR(found_)[i])] = 1;
  }
  bool reached(Vertex v) const override { return reached_[v] != 0; }
  long path(Vertex from, Vertex to) override {
    igraph_vector_int_t vertices;
    igraph_vector_int_init(&vertices, 0);
    igraph_get_shortest_path(&graph_, &vertices, nullptr, from, to, IGRAPH_OUT);
    const long length = igraph_vector_int_size(&vertices) - 1;
    igraph_vector_int_destroy(&vertices);
    return length;
  }
  long within_two(Vertex from) override {
    igraph_vector_int_t sizes;
    igraph_vector_int_init(&sizes, 0);
    igraph_neighborhood_size(&graph_, &sizes, igraph_vss_1(from), 2, IGRAPH_OUT, 0);
    const long size = VECTOR(sizes)[0];
    igraph_vector_int_destroy(&sizes);
    return size;
  }

 private:
  igraph_t graph_;
  igraph_vector_int_t found_;
  std::vector<char> reached_;
};

}  // namespace

std::unique_ptr<Peer> make_igraph(const Plain& plain) {
  igraph_set_warning_handler(igraph_warning_handler_ignore);
  return std::make_unique<Igraph>(plain);
}

}  // namespace bench
