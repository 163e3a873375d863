#include "acquis/io/snapshot.hpp"

#include "tool/options.hpp"
#include "tool/print.hpp"

namespace acquis::tool {

int run_snapshot(const Options& options, const std::string& path) {
  std::optional<Corpus> law = open_law(options);
  if (!law) return bad_input;
  law->make_reach_index();
  const absl::Status saved = save_snapshot(*law, path);
  if (saved.ok()) return answered;
  complain(std::string(saved.message()));
  return bad_input;
}

}  // namespace acquis::tool
