#include "corpus/tables.hpp"

namespace acquis {
inline namespace v0 {

void Corpus::Tables::set_parts(const std::vector<PartFacts>& from,
                               const std::vector<std::vector<SourceFacts>>& from_sources,
                               detail::Interner& interner) {
  std::vector<Part> rows;
  std::vector<Symbol> used;
  std::vector<Source> source_list;
  std::vector<Waived> waivers;
  for (std::size_t i = 0; i < from.size(); ++i) {
    const PartFacts& part = from[i];
    rows.push_back({interner.intern(part.id), interner.intern(part.title),
                    interner.intern(part.licence), interner.intern(part.file),
                    static_cast<std::uint32_t>(used.size()),
                    static_cast<std::uint32_t>(source_list.size())});
    for (const std::string& id : part.uses) used.push_back(interner.intern(id));
    for (const SourceFacts& source : from_sources[i])
      source_list.push_back({interner.intern(source.id), interner.intern(source.title),
                             interner.intern(source.url), source.date,
                             static_cast<PartId>(static_cast<std::uint16_t>(i))});
    for (const Waiver& waiver : part.waivers)
      waivers.push_back({interner.intern(waiver.rule), interner.intern(waiver.reason),
                         interner.intern(waiver.about), waiver.position,
                         static_cast<PartId>(static_cast<std::uint16_t>(i))});
  }
  part_rows = std::move(rows);
  uses = std::move(used);
  source_rows = std::move(source_list);
  waived = std::move(waivers);
}

void Corpus::Tables::read_parts() {
  for (std::size_t i = 0; i < part_rows.size(); ++i) {
    const Part& row = part_rows[i];
    parts.push_back({.id = std::string(strings[row.id]),
                     .title = std::string(strings[row.title]),
                     .licence = std::string(strings[row.licence]),
                     .file = std::string(strings[row.file])});
    const std::size_t end = i + 1 < part_rows.size() ? part_rows[i + 1].first_use : uses.size();
    for (std::size_t u = row.first_use; u < end; ++u)
      parts.back().uses.emplace_back(strings[uses[u]]);
  }
  for (const Waived& row : waived)
    parts[static_cast<std::size_t>(row.part)].waivers.push_back(
        {std::string(strings[row.rule]), std::string(strings[row.reason]),
         std::string(strings[row.about]), row.position});
}

const InstrumentFacts* Corpus::Tables::instrument(NodeId n) const noexcept {
  const Instrument* row = instruments.find(n);
  if (row == nullptr) return nullptr;
  std::call_once(facts_once_, [this] {
    facts_.reserve(instruments.values.size());
    for (const Instrument& each : instruments.values)
      facts_.push_back({each.type, each.life, strings[each.celex], strings[each.eli]});
  });
  return &facts_[static_cast<std::size_t>(row - instruments.values.begin())];
}

std::span<const SourceFacts> Corpus::Tables::sources(PartId part) const noexcept {
  const auto i = static_cast<std::size_t>(part);
  std::call_once(sources_once_, [this] {
    for (const Source& row : source_rows)
      sources_.push_back({std::string(strings[row.id]), std::string(strings[row.title]),
                          std::string(strings[row.url]), row.date});
  });
  const std::size_t first = part_rows[i].first_source;
  const std::size_t end =
      i + 1 < part_rows.size() ? part_rows[i + 1].first_source : sources_.size();
  return {sources_.data() + first, end - first};
}

}  // namespace v0
}  // namespace acquis
