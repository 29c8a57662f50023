// A client's reply stream with what no server of ours writes to it.
#include <fstream>

#include <gmock/gmock.h>
#include <unistd.h>

#include "over_redis.hpp"

namespace clamator::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

// Of this process, in bytes.
std::size_t resident_memory() {
  std::size_t total = 0;
  std::size_t resident = 0;
  std::ifstream("/proc/self/statm") >> total >> resident;
  return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

class strange_reply : public over_redis {
 protected:
  redis::client_options calling_as_me() {
    redis::client_options options = calling();
    options.instance_id = "me";
    return options;
  }
  const std::string replies = prefix + ":replies:me";
};

TEST_F(strange_reply, ones_that_nobody_waits_for_take_no_memory) {
  running_server server(serving(), work_service(journal.at_once()));
  running_client client(calling_as_me());
  const std::string junk = R"({"jsonrpc":"2.0","id":"01234567-89ab-cdef-0123-456789abcdef","result":")" +
                           std::string(100'000, 'x') + "\"}";
  std::size_t before = 0;
  for (std::int64_t round = 0; round < 20; ++round) {
    for (int i = 0; i < 100; ++i) cli.text({"XADD", replies, "*", "type", "rpc", "envelope", junk});
    // Its reply comes behind all of those.
    ASSERT_EQ(end_of(client.run(round)).how, "result");
    cli.text({"XTRIM", replies, "MAXLEN", "0"});
    if (round == 4) before = resident_memory();
  }
  EXPECT_LT(resident_memory(), before + (std::size_t{60} << 20));
}

TEST_F(strange_reply, stream_of_another_type_fails_the_start_and_names_the_key) {
  cli.text({"SET", replies, "no stream"});
  event_loop loop;
  redis::client client(loop.get_executor(), calling_as_me());
  const outcome end = end_of(begin_start(client));
  EXPECT_EQ(end.how, "refused");
  EXPECT_THAT(end.text, AllOf(HasSubstr(replies), HasSubstr("WRONGTYPE"), HasSubstr("delete or rename it")));
  EXPECT_EQ(cli.text({"GET", replies}), "no stream");
}

TEST_F(strange_reply, stream_that_becomes_another_type_is_said_once_and_mended) {
  running_server server(serving(), work_service(journal.at_once()));
  running_client client(calling_as_me());
  EXPECT_EQ(end_of(client.run(1)).how, "result");
  cli.text({"MULTI"});
  cli.text({"DEL", replies});
  cli.text({"SET", replies, "no stream"});
  cli.text({"EXEC"});
  log.wait_for("reading " + replies + ": WRONGTYPE");
  const outcome end = end_by_timeout(client, 2, 1s);
  EXPECT_EQ(end.how, "timed_out_running");
  EXPECT_EQ(log.count("reading " + replies), 1u) << log.text();
  cli.text({"DEL", replies});
  EXPECT_EQ(end_of(client.run(3)).how, "result");
}

}  // namespace
}  // namespace clamator::test
