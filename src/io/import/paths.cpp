// Files and folders as documents: what belongs together, and in which order.
#include <absl/strings/str_format.h>

#include <algorithm>
#include <deque>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <tuple>

#include "acquis/citation/celex.hpp"
#include "acquis/citation/words.hpp"
#include "acquis/io/import.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t looked_at = 8192;  // bytes in which a file says what it is

std::string read_head(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string head(looked_at, '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(in.gcount()));
  return head;
}

// The value of the first NAME="..." in a text.
std::string_view value_of(std::string_view text, std::string_view name) {
  const std::size_t at = text.find(std::string(name) + "=\"");
  if (at == std::string_view::npos) return {};
  const std::size_t begin = at + name.size() + 2;
  const std::size_t end = text.find('"', begin);
  return end == std::string_view::npos ? std::string_view() : text.substr(begin, end - begin);
}

// What comes before what: year and number of the act, then the latest version.
struct Rank {
  std::string work;           // "2012" "1215", padded
  std::string version = "0";  // compared from the end
  std::string path;
  bool operator<(const Rank& other) const {
    return std::tie(work, other.version, path) < std::tie(other.work, version, other.path);
  }
};

std::string padded(std::string_view number) {
  std::string out(number.size() < 6 ? 6 - number.size() : 0, '0');
  return out.append(number.substr(0, 6));
}

// "2012R1215" or "32012R1215": year and number, by which originals and versions meet.
std::string work_of(std::string_view celex) {
  if (celex.size() > 5 && is_letter(celex[4]))
    return std::string(celex.substr(0, 4)) + padded(celex.substr(5));
  if (celex.size() > 6 && is_letter(celex[5]))
    return std::string(celex.substr(1, 4)) + padded(celex.substr(6));
  return {};
}

std::string content_of(std::string_view text, std::string_view element) {
  const std::string tag = absl::StrFormat("<%s>", std::string(element));
  const std::size_t at = text.find(tag);
  if (at == std::string_view::npos) return {};
  const std::size_t begin = at + tag.size();
  return std::string(text.substr(begin, text.find('<', begin) - begin));
}

Rank rank_of(const fs::path& path, std::string_view head) {
  Rank rank;
  rank.path = path.string();
  rank.work = work_of(value_of(head, "CONSLEG.REF"));
  if (!rank.work.empty()) {
    rank.version = std::string(value_of(head, "START.DATE"));
    return rank;
  }
  const std::size_t number = head.find("<NO.DOC ");
  if (number != std::string_view::npos) {
    const std::string_view of = head.substr(number);
    const std::string year = content_of(of, "YEAR"), current = content_of(of, "NO.CURRENT");
    rank.work = (year.size() == 2 ? "19" + year : year) + padded(current);
  }
  std::string stem = path.stem().string();
  std::transform(stem.begin(), stem.end(), stem.begin(),
                 [](char c) { return is_letter(c) ? static_cast<char>(c & ~0x20) : c; });
  if (rank.work.empty() && Celex::parse(stem)) rank.work = work_of(stem);
  return rank;
}

struct Found {
  Rank rank;
  std::vector<fs::path> files;
};

// Collects documents; files are read only when their turn has come.
class Collector {
 public:
  Collector(const ImportOptions& options, Diagnostics& problems)
      : options_(options), problems_(problems) {}

  void add(const fs::path& path) {
    std::error_code error;
    if (fs::is_directory(path, error)) return add_folder(path);
    if (!fs::is_regular_file(path, error)) return complain(path, "no file and no folder");
    const std::string head = read_head(path);
    if (head.find("<DOC ") != std::string::npos || head.find("<DOC>") != std::string::npos)
      add_manifest(path);
    else
      add_alone(path, head);
  }

  std::deque<Found> take() {
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Found& a, const Found& b) { return a.rank < b.rank; });
    return std::move(found_);
  }

 private:
  void complain(const fs::path& path, std::string message) {
    problems_.push_back(
        {Severity::error, "ACQ0305", path.string(), 0, 0, {}, std::move(message), {}});
  }

  // Links to elsewhere are not followed.
  void add_folder(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> inside, below;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
      if (at->is_symlink(error)) continue;
      if (at->is_directory(error)) below.push_back(at->path());
      if (at->is_regular_file(error)) inside.push_back(at->path());
    }
    if (error) complain(folder, "the folder cannot be read");
    std::sort(inside.begin(), inside.end());
    std::sort(below.begin(), below.end());
    add_files(inside);
    for (const fs::path& path : below) add_folder(path);
  }

  static bool is_document(const fs::path& path) {
    const std::string extension = path.extension().string();
    for (const std::string_view known : {".xml", ".html", ".htm", ".xhtml"})
      if (extension == known) return true;
    return false;
  }

  void add_files(const std::vector<fs::path>& inside) {
    std::vector<std::pair<fs::path, std::string>> rest;
    for (const fs::path& path : inside) {
      if (!is_document(path)) continue;
      std::string head = read_head(path);
      if (head.find("<PUBLICATION") != std::string::npos) continue;
      if (head.find("<DOC ") != std::string::npos || head.find("<DOC>") != std::string::npos)
        add_manifest(path);
      else
        rest.emplace_back(path, std::move(head));
    }
    add_loose(rest);
  }

  // Files of one act that no manifest holds together name the same one.
  void add_loose(std::vector<std::pair<fs::path, std::string>>& rest) {
    std::map<std::string, std::vector<fs::path>> annexes;
    for (const auto& [path, head] : rest)
      if (!taken_.contains(path) && head.find("<ANNEX ") != std::string::npos)
        annexes[manifest_named_in(head)].push_back(path);
    for (const auto& [path, head] : rest) {
      const bool annex = head.find("<ANNEX ") != std::string::npos;
      if (taken_.contains(path) || annex) continue;
      Found found{rank_of(path, head), {path}};
      if (const auto own = annexes.extract(manifest_named_in(head)); own && !own.key().empty())
        found.files.insert(found.files.end(), own.mapped().begin(), own.mapped().end());
      else if (own)
        annexes.insert(annexes.end(), {own.key(), own.mapped()});
      found_.push_back(std::move(found));
    }
    for (const auto& [name, paths] : annexes)
      for (const fs::path& path : paths) found_.push_back({{{}, "0", path.string()}, {path}});
  }
  static std::string manifest_named_in(const std::string& head) {
    const std::size_t at = head.find("<DOCUMENT.REF ");
    if (at == std::string::npos) return {};
    return std::string(value_of(std::string_view(head).substr(at), "FILE"));
  }

  void add_alone(const fs::path& path, const std::string& head) {
    found_.push_back({rank_of(path, head), {path}});
  }

  // The files that it names, in its order; only names without a folder are files of this one.
  void add_manifest(const fs::path& path) {
    std::vector<fs::path> files;
    const std::string text = read_whole(path).value_or(std::string());
    bool main = false;
    for (std::size_t at = text.find("<REF.PHYS "); at != std::string::npos;
         at = text.find("<REF.PHYS ", at + 1)) {
      const std::string_view tag = std::string_view(text).substr(at, text.find('>', at) - at);
      const fs::path named = fs::path(std::string(value_of(tag, "FILE")));
      const fs::path file = path.parent_path() / named.filename();
      std::error_code error;
      const bool here = named == named.filename() && named != ".." &&
                        !fs::is_symlink(file, error) && fs::is_regular_file(file, error);
      if (!here) {
        warn_missing(path, named);
        continue;
      }
      main = main || files.empty();
      files.push_back(file);
    }
    if (!main) return;
    taken_.insert(files.begin(), files.end());
    Found found{rank_of(files.front(), read_head(files.front())), files};
    found.files.push_back(path);
    found_.push_back(std::move(found));
  }

  void warn_missing(const fs::path& path, const fs::path& named) {
    problems_.push_back({Severity::warning,
                         "ACQ0604",
                         path.string(),
                         0,
                         0,
                         {},
                         absl::StrFormat("%s is not a file of this folder", named.string()),
                         "the files that are there are read by what they say of themselves"});
  }

  std::optional<std::string> read_whole(const fs::path& path) const {
    std::ifstream in(path, std::ios::binary);
    std::string bytes;
    std::string block(65536, '\0');
    while (in && bytes.size() <= options_.max_bytes) {
      in.read(block.data(), static_cast<std::streamsize>(block.size()));
      bytes.append(block, 0, static_cast<std::size_t>(in.gcount()));
    }
    if (bytes.empty() && !in.eof()) return std::nullopt;
    return bytes;
  }

 public:
  ImportDocument read(const Found& found) const {
    ImportDocument document;
    for (const fs::path& path : found.files)
      document.files.push_back({path.string(), read_whole(path).value_or(std::string())});
    return document;
  }

 private:
  ImportOptions options_;
  Diagnostics& problems_;
  std::deque<Found> found_;
  std::set<fs::path> taken_;
};

}  // namespace
}  // namespace detail

ImportSource documents_below(const std::vector<std::string>& paths, const ImportOptions& options,
                             Diagnostics& problems) {
  const auto collector = std::make_shared<detail::Collector>(options, problems);
  for (const std::string& path : paths) collector->add(path);
  const auto waiting = std::make_shared<std::deque<detail::Found>>(collector->take());
  return [collector, waiting]() -> std::optional<ImportDocument> {
    if (waiting->empty()) return std::nullopt;
    const detail::Found found = std::move(waiting->front());
    waiting->pop_front();
    return collector->read(found);
  };
}

}  // namespace v0
}  // namespace acquis
