#include "acquis/graph/batch.hpp"

#include <algorithm>
#include <array>
#include <thread>

#include "acquis/graph/trace.hpp"

namespace acquis {
inline namespace v0 {
namespace {

// Calls work(first, last) for runs that together are [0, count), one on each thread.
template <typename Work>
void share(std::size_t count, unsigned threads, Work work) {
  const std::size_t runs = (std::min)(std::size_t{(std::max)(threads, 1u)}, count);
  if (runs < 2) return work(std::size_t{0}, count);
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < runs; ++i)
    others.emplace_back(work, count * i / runs, count * (i + 1) / runs);
  work(std::size_t{0}, count / runs);
}

}  // namespace

std::vector<std::uint8_t> rests_all(const ReachIndex& index,
                                    std::span<const std::pair<NodeId, NodeId>> pairs,
                                    unsigned threads) {
  std::vector<std::uint8_t> out(pairs.size());
  share(pairs.size(), threads, [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i)
      out[i] = index.rests(pairs[i].first, pairs[i].second);
  });
  return out;
}

std::vector<std::size_t> coverage_counts(const ReachIndex& index, std::span<const NodeId> places,
                                         unsigned threads) {
  std::vector<std::size_t> out(places.size());
  share(places.size(), threads, [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) out[i] = index.count_askers_on(places[i]);
  });
  return out;
}

std::vector<std::vector<NodeId>> resting_on_each(const Graph& graph, const Policy& policy,
                                                 std::span<const NodeId> places, unsigned threads) {
  std::vector<std::vector<NodeId>> out(places.size());
  share(places.size(), threads, [&](std::size_t first, std::size_t last) {
    Scratch scratch;
    for (std::size_t i = first; i < last; ++i)
      out[i] = resting_on(graph, policy, places.subspan(i, 1), scratch);
  });
  return out;
}

}  // namespace v0
}  // namespace acquis
