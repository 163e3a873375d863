#include "acquis/io/import.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

#include "io/import/assemble.hpp"
#include "io/import/formex.hpp"
#include "io/import/xhtml.hpp"
#include "io/source_text.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

constexpr std::size_t looked_at = 4096;  // bytes in which a format shows itself

// The name of the first element; empty if there is none nearby.
std::string_view first_element(std::string_view bytes) {
  std::string_view head = bytes.substr(0, looked_at);
  for (std::size_t at = head.find('<'); at != std::string_view::npos; at = head.find('<', at + 1)) {
    if (at + 1 == head.size() || head[at + 1] == '?' || head[at + 1] == '!') continue;
    const std::size_t end = head.find_first_of(" \t\r\n/>", at);
    return end == std::string_view::npos ? std::string_view() : head.substr(at + 1, end - at - 1);
  }
  return {};
}

void place_edges(const ImportDocument& document, Act& act) {
  std::vector<SourceText> sources;
  for (const ImportFile& file : document.files) sources.emplace_back(file.bytes);
  for (ActEdge& edge : act.edges)
    edge.position = sources[edge.spot.file].position(edge.spot.offset);
}

Act read_document(const ImportDocument& document, const ImportOptions& options) {
  Act act;
  for (const ImportFile& file : document.files) act.files.push_back(file.name);
  ImportFormat format = options.format;
  if (format == ImportFormat::automatic && !document.files.empty())
    format = recognise_format(document.files.front().bytes).value_or(ImportFormat::automatic);
  if (format == ImportFormat::formex) {
    read_formex(document, options, act);
  } else if (format == ImportFormat::xhtml) {
    read_xhtml(document, options, act);
  } else {
    act.failed = true;
    act.problems.push_back({Severity::error,
                            "ACQ0600",
                            act.files.empty() ? std::string() : act.files.front(),
                            0,
                            0,
                            {},
                            "neither Formex 4 nor XHTML of EUR-Lex",
                            "other formats are not read"});
  }
  if (!act.failed) place_edges(document, act);
  return act;
}

// Documents go out to threads and come back in their order.
class Line {
 public:
  Line(const ImportSource& next, const ImportOptions& options) : next_(next), options_(options) {}

  void start() {
    for (unsigned i = 0; i < options_.threads; ++i) threads_.emplace_back([this] { work(); });
  }
  // The next act in the order of the source, and the bytes of its document.
  std::optional<std::pair<Act, std::size_t>> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] {
      return (!slots_.empty() && slots_.front().done) || (slots_.empty() && drained_);
    });
    if (slots_.empty()) return std::nullopt;
    auto out = std::pair(std::move(slots_.front().act), slots_.front().bytes);
    slots_.pop_front();
    changed_.notify_all();
    return out;
  }
  ~Line() {
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

 private:
  struct Slot {
    Act act;
    std::size_t bytes = 0;
    bool done = false;
  };

  void work() {
    for (;;) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return stopped_ || drained_ || slots_.size() < bound(); });
      if (stopped_ || drained_) return;
      std::optional<ImportDocument> document = next_();
      if (!document) {
        drained_ = true;
        changed_.notify_all();
        return;
      }
      Slot& slot = slots_.emplace_back();  // a deque: it stays where it is
      lock.unlock();
      for (const ImportFile& file : document->files) slot.bytes += file.bytes.size();
      slot.act = read_document(*document, options_);
      document.reset();
      lock.lock();
      slot.done = true;
      changed_.notify_all();
    }
  }
  std::size_t bound() const { return 2 * static_cast<std::size_t>(options_.threads); }

  const ImportSource& next_;
  const ImportOptions& options_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Slot> slots_;
  std::vector<std::thread> threads_;
  bool drained_ = false;
  bool stopped_ = false;
};

}  // namespace
}  // namespace detail

std::optional<ImportFormat> recognise_format(std::string_view bytes) noexcept {
  const std::string_view root = detail::first_element(bytes);
  for (const std::string_view name : {"ACT", "CONS.ACT", "ANNEX", "DOC", "PUBLICATION"})
    if (root == name) return ImportFormat::formex;
  const std::string_view head = bytes.substr(0, detail::looked_at);
  const bool html = root == "html" || root == "HTML";
  const bool xml = head.find("http://www.w3.org/1999/xhtml") != std::string_view::npos;
  if (html && xml) return ImportFormat::xhtml;
  return std::nullopt;
}

ImportCount import_documents(const ImportSource& next, const ImportOptions& options,
                             CorpusBuilder& builder, Diagnostics& problems,
                             const ImportProgress& progress) {
  ImportCount count;
  detail::Assembler assembler(builder, problems, count);
  const auto add = [&](detail::Act& act, std::size_t bytes) {
    count.bytes += bytes;
    assembler.add(act);
    count.cancelled = progress && !progress(count);
    return !count.cancelled;
  };
  if (options.threads > 1) {
    detail::Line line(next, options);
    line.start();
    while (auto read = line.take())
      if (!add(read->first, read->second)) break;
    return count;
  }
  while (const std::optional<ImportDocument> document = next()) {
    std::size_t bytes = 0;
    for (const ImportFile& file : document->files) bytes += file.bytes.size();
    detail::Act act = detail::read_document(*document, options);
    if (!add(act, bytes)) break;
  }
  return count;
}

}  // namespace v0
}  // namespace acquis
