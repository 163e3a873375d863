#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <unordered_set>

#include "peers.hpp"

namespace bench {
namespace {

// In memory, arcs clustered by source, the statement prepared; it lists the priorities reached.
class Sqlite : public Peer {
 public:
  Sqlite(const Plain& plain, const std::vector<Vertex>& asked) {
    expect(sqlite3_open(":memory:", &db_));
    run("pragma journal_mode=off; pragma synchronous=off; begin;"
        "create table arc(src integer, dst integer, primary key(src, dst)) without rowid;"
        "create table asked(v integer primary key);");
    sqlite3_stmt* arc = prepare("insert or ignore into arc values(?, ?)");
    for (const auto& [from, to] : plain.arcs) insert(arc, {from, to});
    sqlite3_stmt* one = prepare("insert into asked values(?)");
    for (const Vertex v : asked) insert(one, {v});
    sqlite3_finalize(arc);
    sqlite3_finalize(one);
    run("commit; analyze;");
    question_ = prepare(
        "with recursive r(v) as (values(?) union select dst from r cross join arc on src = v) "
        "select v from r cross join asked using(v)");
  }
  ~Sqlite() override {
    sqlite3_finalize(question_);
    sqlite3_close(db_);
  }

  std::string name() const override { return "SQLite recursive query"; }
  void search(Vertex from) override {
    reached_.clear();
    sqlite3_bind_int64(question_, 1, from);
    while (sqlite3_step(question_) == SQLITE_ROW)
      reached_.insert(static_cast<Vertex>(sqlite3_column_int64(question_, 0)));
    sqlite3_reset(question_);
  }
  bool reached(Vertex v) const override { return reached_.count(v) != 0; }

 private:
  void expect(int code) {
    if (code == SQLITE_OK) return;
    std::fprintf(stderr, "sqlite: %s\n", sqlite3_errmsg(db_));
    std::exit(1);
  }
  void run(const char* sql) { expect(sqlite3_exec(db_, sql, nullptr, nullptr, nullptr)); }
  sqlite3_stmt* prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    expect(sqlite3_prepare_v2(db_, sql, -1, &statement, nullptr));
    return statement;
  }
  static void insert(sqlite3_stmt* statement, std::initializer_list<Vertex> values) {
    int at = 0;
    for (const Vertex v : values) sqlite3_bind_int64(statement, ++at, v);
    sqlite3_step(statement);
    sqlite3_reset(statement);
  }

  sqlite3* db_ = nullptr;
  sqlite3_stmt* question_ = nullptr;
  std::unordered_set<Vertex> reached_;
};

}  // namespace

std::unique_ptr<Peer> make_sqlite(const Plain& plain, const std::vector<Vertex>& asked) {
  return std::make_unique<Sqlite>(plain, asked);
}

}  // namespace bench
