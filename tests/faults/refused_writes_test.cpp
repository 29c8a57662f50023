// A Redis that reads and does not write, since it cannot save what it would be told.
#include <filesystem>
#include <fstream>

#include <signal.h>
#include <sys/resource.h>

#include "faults/scenario.hpp"
#include "workload/eventually.hpp"

namespace clamator::test {
namespace {

using ::testing::HasSubstr;

class refused_writes : public scenario {
 protected:
  using scenario::scenario;

  bool persistence_says(const std::string& line) {
    const auto info = cli.text({"INFO", "persistence"});
    return std::string(info.as_string()).find(line) != std::string::npos;
  }
  // Calls meanwhile are refused, and what ran when it began is answered when it is over.
  template <class Begin, class End>
  void expect_outwaited(Begin begin, End end) {
    running_server server(serving(claim_idle), noted_work("server", journal.gated("server")),
                          {.concurrency = 4});
    running_client client(calling());
    noted_calls calls(client, ledger, "client");
    calls.call_many(0, 10);
    journal.wait_begun(4);
    eventually("all are on the stream", [this] { return keys.length() == 10; });
    begin();
    noted_calls refused(client, ledger, "client");
    refused.call_many(100, 5);
    refused.note(110);
    settle(refused);
    EXPECT_EQ(refused.ended_as("refused"), 6u) << refused.endings();
    EXPECT_THAT(end_of(client.run(120)).text, HasSubstr("MISCONF"));
    journal.open_gate();
    log.wait_for("is refused, and will be tried again: MISCONF");
    end();
    expect_ended(calls, 10);
    calls.call_many(200, 20);
    expect_ended(calls, 30);
    wait_all_handled();
  }
};

TEST_F(refused_writes, for_want_of_a_snapshot_are_told_to_callers_and_outwaited_by_servers) {
  const std::filesystem::path snapshot = redis.directory() / "dump.rdb";
  const auto save = [this](const std::string& how_it_ends) {
    cli.text({"BGSAVE"});
    eventually("a snapshot is tried",
               [&] { return persistence_says("rdb_last_bgsave_status:" + how_it_ends); });
  };
  expect_outwaited(
      [&] {
        std::filesystem::create_directory(snapshot);
        cli.text({"CONFIG", "SET", "save", "3600 1"});
        save("err");
      },
      [&] {
        std::filesystem::remove(snapshot);
        save("ok");
      });
}

// What exceeds the limit of a file's size fails as it does on a disk that is full. Ignoring the signal that
// comes with it is inherited.
struct ignored_file_size_signal {
  ignored_file_size_signal() { ::signal(SIGXFSZ, SIG_IGN); }
};

class full_disk : protected ignored_file_size_signal, public refused_writes {
 protected:
  full_disk() : refused_writes({.append_only = true, .arguments = {"--appendfsync", "everysec"}}) {}

  void limit_files(rlim_t bytes) {
    const rlimit limit{bytes, RLIM_INFINITY};
    if (::prlimit(redis.pid(), RLIMIT_FSIZE, &limit, nullptr) != 0)
      throw std::system_error(errno, std::system_category(), "prlimit of redis-server");
  }
};

TEST_F(full_disk, is_told_to_callers_and_outwaited_by_servers) {
  expect_outwaited(
      [this] {
        limit_files(1);
        // One that it takes, and cannot write down.
        cli.text({"SET", "anything", "more"});
        eventually("the disk is full", [this] { return persistence_says("aof_last_write_status:err"); });
      },
      [this] { limit_files(RLIM_INFINITY); });
}

}  // namespace
}  // namespace clamator::test
