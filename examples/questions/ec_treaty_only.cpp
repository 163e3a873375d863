// Acts of 2020 or later that rest on an article of the EC Treaty only.
#include <acquis/acquis.hpp>
#include <acquis/query/build.hpp>
#include <acquis/query/evaluate.hpp>
#include <cstdio>

int main() {
  const acquis::Corpus law = acquis::load_embedded();
  namespace q = acquis::build;
  const q::Set recent =
      q::kind(acquis::NodeKind::instrument, q::dated(acquis::Date::from_ymd(2020, 1, 1), {}));
  const q::Set on_old = q::rests_on(q::kind(acquis::Level::article, q::parts("TEC")));
  const q::Set on_new = q::rests_on(q::Set("TFEU") | "TEU" | "CFR");
  const auto answer = acquis::evaluate(law, (recent & on_old) - on_new);
  for (const acquis::NodeId n : answer->nodes) std::puts(law.key(n).c_str());
}
