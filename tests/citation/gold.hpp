// Paragraphs with the references that people found in them, and how far extracted ones agree.
#pragma once

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "acquis/citation/extract.hpp"

namespace acquis {
namespace citation_test {

struct GoldLine {
  std::string id, text;
  CiteContext context;
  std::vector<std::string> targets;  // sorted, in lower case
};

inline std::string lowered(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

// One JSON object a line, with `targets`, or with `refs` that have a target each.
inline std::vector<GoldLine> read_gold(const std::string& path) {
  std::ifstream in(path);
  std::vector<GoldLine> out;
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) continue;
    const auto json = nlohmann::json::parse(line);
    GoldLine gold{json["id"], json["text"], {}, {}};
    gold.context.language = parse_language(json.value("lang", "en")).value();
    if (const auto place = Citation::from_key(json.value("context", "")))
      gold.context.place = *place;
    for (const auto& target : json.value("targets", nlohmann::json::array()))
      gold.targets.push_back(lowered(target));
    for (const auto& ref : json.value("refs", nlohmann::json::array()))
      gold.targets.push_back(lowered(ref["target"]));
    std::sort(gold.targets.begin(), gold.targets.end());
    out.push_back(std::move(gold));
  }
  return out;
}

inline std::vector<std::string> targets_of(const Extraction& extraction) {
  std::vector<std::string> out;
  for (const Reference& reference : extraction.references) {
    if (!reference.target) continue;
    std::string target(reference.target.key());
    if (reference.last) target.append("..").append(reference.last.key());
    out.push_back(lowered(std::move(target)));
  }
  std::sort(out.begin(), out.end());
  return out;
}

struct Score {
  std::size_t hit = 0, given = 0, wanted = 0;

  void add(const std::vector<std::string>& got, const std::vector<std::string>& want) {
    std::vector<std::string> both;
    std::set_intersection(got.begin(), got.end(), want.begin(), want.end(),
                          std::back_inserter(both));
    hit += both.size();
    given += got.size();
    wanted += want.size();
  }
  double precision() const { return static_cast<double>(hit) / static_cast<double>(given); }
  double recall() const { return static_cast<double>(hit) / static_cast<double>(wanted); }
  double f1() const { return 2 * precision() * recall() / (precision() + recall()); }
};

// By language code.
inline std::map<std::string, Score> score(const std::vector<GoldLine>& lines) {
  std::map<std::string, Score> out;
  for (const GoldLine& line : lines)
    out[std::string(to_text(line.context.language))].add(
        targets_of(extract_citations(line.text, line.context)), line.targets);
  return out;
}

}  // namespace citation_test
}  // namespace acquis
