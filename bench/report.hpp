// Collects what Google Benchmark measures and writes it as Markdown tables of medians and ratios.
#pragma once

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace bench {

// "question|way" -> seconds of each repetition.
class Collector : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs)
      if (run.run_type == Run::RT_Iteration)
        seconds[run.run_name.function_name].push_back(run.real_accumulated_time /
                                                      static_cast<double>(run.iterations));
    ConsoleReporter::ReportRuns(runs);
  }
  double median(const std::string& name) {
    auto& all = seconds.at(name);
    std::sort(all.begin(), all.end());
    return all[all.size() / 2];
  }

  std::map<std::string, std::vector<double>> seconds;
};

inline std::string time_text(double seconds) {
  char text[32];
  const auto write = [&](double value, const char* unit) {
    std::snprintf(text, sizeof text, "%.3g %s", value, unit);
  };
  if (seconds < 1e-6)
    write(seconds * 1e9, "ns");
  else if (seconds < 1e-3)
    write(seconds * 1e6, "us");
  else if (seconds < 1)
    write(seconds * 1e3, "ms");
  else
    write(seconds, "s");
  return text;
}

inline std::string ratio_text(double ratio) {
  char text[32];
  std::snprintf(text, sizeof text, ratio < 10 ? "%.2f" : "%.0f", ratio);
  return text;
}

// One question: how long each way takes; the first way is what the others are compared with.
class Report {
 public:
  void ask(const std::string& question, const std::string& note) {
    questions_.push_back({question, note, {}});
  }
  // `work` is one answer, or `answers` of them.
  void way(const std::string& name, std::function<void()> work, int repetitions = 5,
           double answers = 1) {
    Question& question = questions_.back();
    const std::string id = question.title + "|" + name;
    question.ways.push_back({name, id, answers});
    auto* one = benchmark::RegisterBenchmark(id.c_str(), [work](benchmark::State& state) {
      for (auto _ : state) work();
    });
    one->Repetitions(repetitions)->Unit(benchmark::kMicrosecond)->MinTime(0.02)->UseRealTime();
  }
  // Runs what has been asked since the last call and appends the tables.
  void run() {
    if (questions_.empty()) return;
    Collector collector;
    benchmark::RunSpecifiedBenchmarks(&collector);
    benchmark::ClearRegisteredBenchmarks();
    for (const Question& question : questions_) write(question, collector);
    questions_.clear();
  }
  void text(const std::string& text) { out += text; }

  std::string out;

 private:
  struct Way {
    std::string name, id;
    double answers;
  };
  struct Question {
    std::string title, note;
    std::vector<Way> ways;
  };
  void write(const Question& question, Collector& collector) {
    out += "\n### " + question.title + "\n\n" + question.note +
           "\n\n| way | median | times |\n|---|---|---|\n";
    double first = 0;
    for (const Way& way : question.ways) {
      const double seconds = collector.median(way.id) / way.answers;
      if (first == 0) first = seconds;
      out += "| " + way.name + " | " + time_text(seconds) + " | " + ratio_text(seconds / first) +
             " |\n";
    }
  }
  std::vector<Question> questions_;
};

}  // namespace bench
