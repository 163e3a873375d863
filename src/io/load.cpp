#include "acquis/io/load.hpp"

#include <absl/status/status.h>
#include <absl/strings/str_format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <deque>
#include <memory>
#include <optional>

#include "acquis/io/embedded.hpp"
#include "detail/nearest.hpp"
#include "io/source_text.hpp"

namespace acquis {
inline namespace v0 {
namespace {

// Reads files one after another into one builder, and what they use.
class Loader {
 public:
  explicit Loader(const LoadOptions& options) : options_(options) {}

  void add(CorpusText text) {
    texts_.push_back(text);
    sound_ = read_corpus(text, options_, builder_, problems_) && sound_;
  }

  void add_named(const std::string& name) {
    const std::string& kept = names_.emplace_back(name);
    if (const std::string_view xml = embedded_xml(name); !xml.empty()) return add({kept, xml});
    std::optional<std::string> bytes = read_file(name);
    if (!bytes) return;
    files_.push_back(*std::move(bytes));
    add({kept, files_.back()});
  }

  // The shipped corpora that the files use, and those that these use.
  void add_used() {
    for (std::size_t i = 0; i < builder_.parts().size(); ++i) {
      const std::vector<std::string> uses = builder_.parts()[i].uses;
      for (const std::string& id : uses) {
        const auto parts = builder_.parts();
        const bool loaded = std::any_of(parts.begin(), parts.end(),
                                        [&](const PartFacts& part) { return part.id == id; });
        if (!loaded && !embedded_xml(id).empty()) add_named(id);
      }
    }
  }

  absl::StatusOr<Corpus> finish(Diagnostics* problems) {
    const std::size_t before = problems_.size();
    auto law = std::move(builder_).build(&problems_);
    add_excerpts(before);
    if (problems != nullptr) problems->insert(problems->end(), problems_.begin(), problems_.end());
    if (sound_ && law.ok()) return law;
    return failure();
  }

 private:
  std::optional<std::string> read_file(const std::string& path) {
    struct Close {
      void operator()(std::FILE* file) const { std::fclose(file); }
    };
    const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "rb"));
    std::string bytes;
    std::array<char, 65536> block{};
    while (file && !std::feof(file.get()) && !std::ferror(file.get()) &&
           bytes.size() <= options_.max_bytes)
      bytes.append(block.data(), std::fread(block.data(), 1, block.size(), file.get()));
    if (file && !std::ferror(file.get())) return bytes;
    cannot_read(path);
    return std::nullopt;
  }

  void cannot_read(const std::string& path) {
    detail::Nearest nearest(path);
    for (const std::string_view name : embedded_names()) nearest.offer(name);
    problems_.push_back({Severity::error,
                         "ACQ0305",
                         path,
                         0,
                         0,
                         {},
                         "neither a file that can be read nor a shipped corpus",
                         nearest.hint()});
    sound_ = false;
  }

  void add_excerpts(std::size_t first) {
    for (std::size_t i = first; i < problems_.size(); ++i) {
      Diagnostic& d = problems_[i];
      if (d.line == 0) continue;
      const CorpusText* const text = the_only_text_named(d.file);
      if (text != nullptr) d.excerpt = excerpt_of(*text, {d.line, d.column});
    }
  }
  const CorpusText* the_only_text_named(std::string_view name) const {
    const CorpusText* found = nullptr;
    for (const CorpusText& text : texts_) {
      if (text.name != name) continue;
      if (found != nullptr) return nullptr;
      found = &text;
    }
    return found;
  }
  std::string excerpt_of(const CorpusText& text, Position position) {
    if (!excerpts_ || excerpts_->text().data() != text.xml.data()) excerpts_.emplace(text.xml);
    return excerpts_->excerpt(position);
  }

  absl::Status failure() const {
    const auto is_error = [](const Diagnostic& d) { return d.severity == Severity::error; };
    const auto first = std::find_if(problems_.begin(), problems_.end(), is_error);
    const auto count = std::count_if(problems_.begin(), problems_.end(), is_error);
    if (first == problems_.end()) return absl::InternalError("no corpus");
    return absl::InvalidArgumentError(absl::StrFormat("%s:%d:%d: %s: %s (%d errors)", first->file,
                                                      first->line, first->column, first->code,
                                                      first->message, count));
  }

  LoadOptions options_;
  CorpusBuilder builder_;
  Diagnostics problems_;
  std::vector<CorpusText> texts_;
  std::deque<std::string> names_;  // what the texts point to
  std::deque<std::string> files_;
  std::optional<detail::SourceText> excerpts_;
  bool sound_ = true;
};

}  // namespace

absl::StatusOr<Corpus> load_corpora(const std::vector<std::string>& names_or_paths,
                                    const LoadOptions& options, Diagnostics* problems) {
  Loader loader(options);
  std::vector<std::string> names = names_or_paths;
  if (names.empty())
    for (const std::string_view name : embedded_names()) names.emplace_back(name);
  for (const std::string& name : names) loader.add_named(name);
  loader.add_used();
  return loader.finish(problems);
}

absl::StatusOr<Corpus> parse_corpora(std::span<const CorpusText> texts, const LoadOptions& options,
                                     Diagnostics* problems) {
  Loader loader(options);
  for (const CorpusText& text : texts) loader.add(text);
  return loader.finish(problems);
}

}  // namespace v0
}  // namespace acquis
