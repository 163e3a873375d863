// Other libraries, asked the same question of the same graph.
// In C++17: not every library is ready for C++20.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace bench {

using Vertex = std::uint32_t;

struct Plain {
  Vertex vertices = 0;
  std::vector<std::pair<Vertex, Vertex>> arcs{};  // by source, ascending
};

class Peer {
 public:
  virtual ~Peer() = default;
  virtual std::string name() const = 0;
  // Everything that arcs lead to from `from`; afterwards reached() tells of each vertex.
  virtual void search(Vertex from) = 0;
  virtual bool reached(Vertex v) const = 0;
  // A shortest path by number of arcs; its length, or -1. Nothing if the library has none.
  virtual long path(Vertex, Vertex) { return -2; }
  // How many vertices are within two arcs of `from`; -2 if the library cannot tell.
  virtual long within_two(Vertex) { return -2; }
};

std::unique_ptr<Peer> make_bgl_list(const Plain& plain);
std::unique_ptr<Peer> make_bgl_rows(const Plain& plain);
std::unique_ptr<Peer> make_igraph(const Plain& plain);
std::unique_ptr<Peer> make_lemon(const Plain& plain);
std::unique_ptr<Peer> make_sqlite(const Plain& plain, const std::vector<Vertex>& asked);

}  // namespace bench
