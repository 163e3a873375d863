// A sound snapshot with bytes changed here and there, its checksums made right again: refused, or a
// corpus of which everything can be asked. Each 5 bytes of input: where, and what to add.
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "acquis/graph/reach_index.hpp"
#include "acquis/graph/trace.hpp"
#include "acquis/io/load.hpp"
#include "acquis/io/snapshot.hpp"
#include "io/snapshot_format.hpp"

namespace {

using namespace acquis;
using namespace acquis::detail::snapshot;

// A file without a name.
class Memory {
 public:
  Memory()
      : file_(::memfd_create("snapshot", 0)), path_("/proc/self/fd/" + std::to_string(file_)) {}
  const std::string& path() const { return path_; }
  void write(const std::vector<char>& bytes) const {
    if (::ftruncate(file_, 0) != 0 ||
        ::pwrite(file_, bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
      std::abort();
  }

 private:
  int file_;
  std::string path_;
};

std::vector<char> sound_snapshot() {
  Corpus law = load_corpora({"treaties", "belgium"}).value();
  law.make_reach_index();
  const std::string path = "/tmp/acquis_fuzz_" + std::to_string(::getpid()) + ".acq";
  if (!save_snapshot(law, path).ok()) std::abort();
  std::ifstream in(path, std::ios::binary);
  std::vector<char> bytes{std::istreambuf_iterator<char>(in), {}};
  ::unlink(path.c_str());
  return bytes;
}

void make_checksums(std::vector<char>& bytes) {
  const auto all = std::as_bytes(std::span(bytes));
  Head head;
  std::memcpy(&head, bytes.data(), sizeof head);
  if (head.sections > (bytes.size() - sizeof head) / sizeof(Section)) return;
  for (std::size_t i = 0; i < head.sections; ++i) {
    char* const at = bytes.data() + sizeof head + i * sizeof(Section);
    Section section;
    std::memcpy(&section, at, sizeof section);
    if (section.offset > bytes.size() || section.element_size == 0 ||
        section.count > (bytes.size() - section.offset) / section.element_size)
      continue;
    section.checksum =
        checksum_of(all.subspan(section.offset, section.count * section.element_size));
    std::memcpy(at, &section, sizeof section);
  }
  head.checksum = checksum_of(all.subspan(sizeof head, head.sections * sizeof(Section)));
  std::memcpy(bytes.data(), &head, sizeof head);
}

void ask_everything(const Corpus& law) {
  Scratch scratch;
  const Graph& g = law.graph();
  std::size_t step = 0;
  for (const NodeId n : g.nodes()) {
    law.key(n), law.label(n, Language::en), law.instrument(n), law.level(n), law.source(n);
    law.find(law.key(n)), law.part(n), law.rank(n), law.validity(n), law.work(n), g.existence(n);
    if (step++ % 64 != 0) continue;
    resting_on(g, {}, std::array{n}, scratch);
    best_chain(g, {}, std::array{NodeId{0}}, std::array{n}, scratch, law.reach_index());
    for (const ReachIndex& index : law.reach_indexes())
      if (index.covers(n)) {
        index.askers_on(n), index.rests(NodeId{0}, n), index.resting_on(n);
        index.basis_of(g, n);
      }
  }
  for (const EdgeId e : g.edges()) law.statement(e), g.source(e), law.part(e);
  for (std::size_t i = 0; i < law.parts().size(); ++i) law.sources(static_cast<PartId>(i));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<char> sound = sound_snapshot();
  static const Memory memory;
  std::vector<char> bytes = sound;
  for (std::size_t i = 0; i + 5 <= size; i += 5) {
    std::uint32_t at = 0;
    std::memcpy(&at, data + i, 4);
    bytes[at % bytes.size()] = static_cast<char>(bytes[at % bytes.size()] + data[i + 4]);
  }
  make_checksums(bytes);
  memory.write(bytes);
  const auto law = open_snapshot(memory.path());
  if (law.ok()) ask_everything(*law);
  if (!law.ok() && size < 5) std::abort();
  return 0;
}
