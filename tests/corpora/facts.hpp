// The facts that the shipped corpora are checked against, read by code that shares nothing with the
// loader. They lie beside the source tree; without them the tests skip.
#pragma once

#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "acquis/io/load.hpp"

namespace acquis {
namespace corpora_test {

// The shipped law without anybody's positions, loaded once.
inline const Corpus& shipped() {
  static const auto law = load_corpora({"treaties", "instruments"});
  return law.value();
}

inline std::ifstream open_shared(const std::string& path) {
  return std::ifstream(std::string(ACQUIS_SOURCE_DIR "/../shared/") + path);
}

inline std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> out(1);
  for (const char c : text)
    if (c == separator)
      out.emplace_back();
    else
      out.back().push_back(c);
  return out;
}

// The members of a list in one cell; none if it is empty.
inline std::vector<std::string> members(const std::string& cell) {
  return cell.empty() ? std::vector<std::string>{} : split(cell, ';');
}

using Row = std::map<std::string, std::string>;

// instruments.tsv, each row by column name.
inline std::vector<Row> instrument_rows() {
  std::ifstream in = open_shared("facts/instruments.tsv");
  std::vector<Row> rows;
  std::vector<std::string> names;
  for (std::string line; std::getline(in, line);) {
    const std::vector<std::string> cells = split(line, '\t');
    if (names.empty()) {
      names = cells;
      continue;
    }
    Row& row = rows.emplace_back();
    for (std::size_t i = 0; i < cells.size(); ++i) row[names.at(i)] = cells[i];
  }
  return rows;
}

}  // namespace corpora_test
}  // namespace acquis
