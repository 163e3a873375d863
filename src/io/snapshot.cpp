#include "acquis/io/snapshot.hpp"

#include <absl/strings/str_format.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string_view>
#include <vector>

#include "io/snapshot_access.hpp"
#include "io/snapshot_format.hpp"
#include "io/write_file.hpp"

namespace acquis {
inline namespace v0 {
namespace {

using detail::snapshot::alignment;
using detail::snapshot::byte_order;
using detail::snapshot::checksum_of;
using detail::snapshot::Head;
using detail::snapshot::magic;
using detail::snapshot::Section;
using detail::snapshot::version;

constexpr std::size_t aligned(std::size_t size) {
  return (size + alignment - 1) / alignment * alignment;
}

// Visits every array of a corpus in the order of the file.
template <typename Visit>
void visit_all(const Corpus& law, Visit visit) {
  Graph::visit_arrays(law.graph(), visit);
  SnapshotAccess::Tables::visit_arrays(SnapshotAccess::tables(law), visit);
  for (const ReachIndex& index : law.reach_indexes()) ReachIndex::visit_arrays(index, visit);
}

class SnapshotWriter {
 public:
  explicit SnapshotWriter(const Corpus& law) : head_(SnapshotAccess::head(law)) {
    for (const ReachIndex& index : law.reach_indexes()) rows_.push_back(SnapshotAccess::row(index));
    add(std::span<const SnapshotHead>(&head_, 1));
    add(std::span<const SnapshotIndex>(rows_));
    visit_all(law, [this](const auto& array) { add(array.span()); });
  }

  absl::Status write(const std::string& path) {
    const std::size_t table = sections_.size() * sizeof(Section);
    std::size_t offset = aligned(sizeof(Head) + table);
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      sections_[i].offset = offset;
      offset += aligned(contents_[i].size());
    }
    const auto rows = std::as_bytes(std::span<const Section>(sections_));
    const Head head{magic, byte_order, version, offset, sections_.size(), checksum_of(rows)};
    push(std::as_bytes(std::span<const Head>(&head, 1)));
    push(rows, aligned(sizeof(Head) + table) - sizeof(Head));
    for (const auto& content : contents_) push(content, aligned(content.size()));
    return detail::write_file(path, pieces_);
  }

 private:
  template <typename T>
  void add(std::span<const T> values) {
    contents_.push_back(std::as_bytes(values));
    sections_.push_back({0, values.size(), sizeof(T), checksum_of(contents_.back())});
  }
  void push(std::span<const std::byte> bytes, std::size_t padded = 0) {
    static constexpr std::array<char, alignment> zeros{};
    pieces_.emplace_back(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (padded > bytes.size()) pieces_.emplace_back(zeros.data(), padded - bytes.size());
  }

  SnapshotHead head_;
  std::vector<SnapshotIndex> rows_;
  std::vector<Section> sections_;
  std::vector<std::span<const std::byte>> contents_;
  std::vector<std::string_view> pieces_;
};

struct Mapping {
  Mapping(void* data, std::size_t size) : bytes(static_cast<std::byte*>(data), size) {}
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  ~Mapping() { ::munmap(bytes.data(), bytes.size()); }
  std::span<std::byte> bytes;
};

absl::Status refuse(const std::string& path, std::string_view why) {
  return absl::DataLossError(absl::StrFormat("%s: %s", path, why));
}

absl::StatusOr<std::shared_ptr<const Mapping>> map_file(const std::string& path, Verify verify) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat facts {};
  if (file < 0 || ::fstat(file, &facts) != 0) {
    const absl::Status status =
        absl::NotFoundError(absl::StrFormat("cannot open %s: %s", path, std::strerror(errno)));
    if (file >= 0) ::close(file);
    return status;
  }
  const auto size = static_cast<std::size_t>(facts.st_size);
  if (!S_ISREG(facts.st_mode) || size < sizeof(Head)) {
    ::close(file);
    return refuse(path, "no snapshot: it is shorter than the head of one");
  }
  const int populate = verify == Verify::nothing ? 0 : MAP_POPULATE;
  void* const data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | populate, file, 0);
  const int error = errno;
  ::close(file);
  if (data == MAP_FAILED)
    return absl::UnavailableError(absl::StrFormat("cannot map %s: %s", path, std::strerror(error)));
  return std::make_shared<const Mapping>(data, size);
}

class SnapshotReader {
 public:
  SnapshotReader(const std::string& path, std::span<const std::byte> bytes, Verify verify)
      : path_(path), bytes_(bytes), verify_(verify) {}

  absl::StatusOr<Corpus> read(std::shared_ptr<const void> mapping) {
    if (const absl::Status status = read_head(); !status.ok()) return status;
    Array<SnapshotHead> head;
    Array<SnapshotIndex> rows;
    take(head);
    take(rows);
    if (fault_ == nullptr && (head.size() != 1 || rows.size() != head[0].index_count))
      fault_ = "its sections are not those of a snapshot";
    if (fault_ != nullptr) return refuse(path_, fault_);
    auto tables = std::make_unique<SnapshotAccess::Tables>();
    Graph graph;
    std::vector<ReachIndex> indexes;
    const auto visit = [this](auto& array) { take(array); };
    Graph::visit_arrays(graph, visit);
    SnapshotAccess::set_head(graph, head[0]);
    SnapshotAccess::Tables::visit_arrays(*tables, visit);
    for (const SnapshotIndex& row : rows) {
      indexes.push_back(SnapshotAccess::make_index(row));
      ReachIndex::visit_arrays(indexes.back(), visit);
    }
    if (fault_ == nullptr && next_ != sections_.size()) fault_ = "it has sections too many";
    if (fault_ == nullptr && verify_ == Verify::contents)
      fault_ = fault_in(graph, *tables, indexes);
    if (fault_ != nullptr) return refuse(path_, fault_);
    tables->mapping = std::move(mapping);
    tables->read_parts();
    return SnapshotAccess::make(std::move(graph), std::move(tables), std::move(indexes));
  }

 private:
  absl::Status read_head() {
    Head head;
    std::memcpy(&head, bytes_.data(), sizeof head);
    if (head.magic != magic) return refuse(path_, "no snapshot of acquis");
    if (head.byte_order != byte_order)
      return refuse(path_, "written on a machine with another byte order");
    if (head.version != version)
      return refuse(path_,
                    absl::StrFormat("written in version %d of the format; this library reads "
                                    "version %d: make it anew with acquis snapshot",
                                    head.version, version));
    if (head.file_size != bytes_.size())
      return refuse(path_, absl::StrFormat("cut off or overlong: %d bytes where %d were written",
                                           bytes_.size(), head.file_size));
    if (head.sections > (bytes_.size() - sizeof(Head)) / sizeof(Section))
      return refuse(path_, "altered: more sections than there is room for");
    const auto table =
        bytes_.subspan(sizeof(Head), static_cast<std::size_t>(head.sections) * sizeof(Section));
    if (checksum_of(table) != head.checksum)
      return refuse(path_, "altered: in its table of sections");
    sections_ = {reinterpret_cast<const Section*>(table.data()),
                 static_cast<std::size_t>(head.sections)};
    return absl::OkStatus();
  }

  template <typename T>
  void take(Array<T>& array) {
    if (fault_ != nullptr) return;
    if (next_ == sections_.size()) return fail("a section is missing");
    const Section& section = sections_[next_++];
    if (section.element_size != sizeof(T)) return fail("written by another build of the library");
    if (section.offset % alignment != 0 || section.offset > bytes_.size() ||
        section.count > (bytes_.size() - section.offset) / sizeof(T))
      return fail("altered: a section reaches beyond the file");
    const auto content = bytes_.subspan(static_cast<std::size_t>(section.offset),
                                        static_cast<std::size_t>(section.count) * sizeof(T));
    if (verify_ != Verify::nothing && checksum_of(content) != section.checksum)
      return fail("altered: a checksum differs");
    array = Array<T>::view(
        {reinterpret_cast<const T*>(content.data()), static_cast<std::size_t>(section.count)});
  }
  void fail(const char* why) { fault_ = why; }

  static const char* fault_in(const Graph& graph, const SnapshotAccess::Tables& tables,
                              const std::vector<ReachIndex>& indexes) {
    const char* fault = SnapshotAccess::fault(graph);
    if (fault == nullptr) fault = SnapshotAccess::fault(graph, tables);
    for (const ReachIndex& index : indexes)
      if (fault == nullptr) fault = SnapshotAccess::fault(graph, index);
    return fault;
  }

  const std::string& path_;
  std::span<const std::byte> bytes_;
  Verify verify_;
  std::span<const Section> sections_;
  std::size_t next_ = 0;
  const char* fault_ = nullptr;
};

}  // namespace

absl::Status save_snapshot(const Corpus& law, const std::string& path) {
  return SnapshotWriter(law).write(path);
}

absl::StatusOr<Corpus> open_snapshot(const std::string& path, Verify verify) {
  const auto mapping = map_file(path, verify);
  if (!mapping.ok()) return mapping.status();
  return SnapshotReader(path, (*mapping)->bytes, verify).read(*mapping);
}

}  // namespace v0
}  // namespace acquis
