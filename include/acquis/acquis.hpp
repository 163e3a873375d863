// All of acquis that needs no third-party header: ids, citations, kinds, graph, corpus, questions,
// reports, and the shipped corpora.
//
//   const acquis::Corpus law = acquis::load_embedded();
//   using namespace acquis::literals;
//   for (acquis::NodeId n : resting_on(law, "Article 67 TFEU"_cite).of(acquis::NodeKind::priority))
//     std::puts(title(law, n).c_str());
//
// Beside it stand the boundary headers, which return absl::StatusOr: corpus/builder.hpp,
// query/parse.hpp, query/evaluate.hpp, query/timeline.hpp and query/questions.hpp, io/load.hpp,
// io/save.hpp and io/review.hpp; and graph/bgl.hpp, which needs Boost.
#pragma once

#include "acquis/citation/citation.hpp"
#include "acquis/citation/language.hpp"
#include "acquis/citation/literal.hpp"
#include "acquis/citation/write.hpp"
#include "acquis/corpus/corpus.hpp"
#include "acquis/corpus/fingerprint.hpp"
#include "acquis/corpus/records.hpp"
#include "acquis/graph/chains.hpp"
#include "acquis/graph/graph.hpp"
#include "acquis/graph/impact.hpp"
#include "acquis/graph/policy.hpp"
#include "acquis/graph/structure.hpp"
#include "acquis/graph/trace.hpp"
#include "acquis/graph/why_not.hpp"
#include "acquis/id/date.hpp"
#include "acquis/id/diagnostic.hpp"
#include "acquis/id/id.hpp"
#include "acquis/io/embedded.hpp"
#include "acquis/model/kinds.hpp"
#include "acquis/model/status.hpp"
#include "acquis/query/ask.hpp"
#include "acquis/query/build.hpp"
#include "acquis/query/node_set.hpp"
#include "acquis/query/syntax.hpp"
#include "acquis/report/coverage.hpp"
#include "acquis/report/diff.hpp"
#include "acquis/report/figure.hpp"
#include "acquis/report/health.hpp"
#include "acquis/report/json.hpp"
#include "acquis/report/text.hpp"
#include "acquis/version.hpp"
