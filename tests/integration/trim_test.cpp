// The command stream stays short, and nothing that anybody still needs leaves it.
#include <ctime>

#include "over_redis.hpp"

namespace clamator::test {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class trim : public over_redis {
 protected:
  void run(running_client& client, std::int64_t first, std::size_t count) {
    for (auto& each : client.run_many(first, count)) EXPECT_EQ(end_of(std::move(each)).how, "result");
  }
  bool stands(const std::string& id) {
    return !cli.text({"XRANGE", keys.stream(), id, id}).as_array().empty();
  }
};

TEST_F(trim, keeps_the_stream_short) {
  running_server server(serving(), work_service(journal.at_once()));
  running_client client(calling());
  for (std::int64_t i = 0; i < 5; ++i) {
    run(client, i * 1000, 1000);
    // A trim is due every 1,000, and whole nodes of 100 go.
    eventually("a trim", [this] { return keys.length() <= 1200; });
  }
  eventually("the stream is all but empty", [this] { return keys.length() <= 1; });
  EXPECT_THAT(log.all(), IsEmpty());
}

TEST_F(trim, leaves_an_idle_server_at_rest) {
  running_server server(serving(), work_service(journal.at_once()));
  running_client client(calling());
  run(client, 0, 2500);
  eventually("the stream is all but empty", [this] { return keys.length() <= 1; });
  const std::clock_t begin = std::clock();
  std::this_thread::sleep_for(500ms);
  EXPECT_LT(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC, 0.25);
}

TEST_F(trim, keeps_what_another_server_has_not_finished) {
  cli.text({"XGROUP", "CREATE", keys.stream(), "work", "0", "MKSTREAM"});
  const std::string kept = keys.add_request(-1);
  ASSERT_THAT(keys.read_as("work:slow"), SizeIs(1));
  running_server server(serving(), work_service(journal.at_once()));
  running_client client(calling());
  run(client, 0, 3000);
  EXPECT_TRUE(stands(kept));
  EXPECT_THAT(keys.pending(), SizeIs(1));
  EXPECT_EQ(keys.pending()[0].consumer, "work:slow");
  cli.text({"XACK", keys.stream(), "work", kept});
  run(client, 3000, 1);
  eventually("the stream is all but empty", [this] { return keys.length() <= 1; });
}

TEST_F(trim, keeps_what_another_group_has_not_read) {
  running_server server(serving(), work_service(journal.at_once()));
  cli.text({"XGROUP", "CREATE", keys.stream(), "audit", "0"});
  running_client client(calling());
  // Also when there are so many that a server would delete those that it finished itself.
  for (std::int64_t i = 0; i < 14; ++i) run(client, i * 1000, 1000);
  EXPECT_EQ(keys.length(), 14'000);
}

TEST_F(trim, deletes_its_own_finished_ones_above_one_that_stays_pending) {
  cli.text({"XGROUP", "CREATE", keys.stream(), "work", "0", "MKSTREAM"});
  const std::string kept = keys.add_request(-1);
  ASSERT_THAT(keys.read_as("work:slow"), SizeIs(1));
  running_server server(serving(), work_service(journal.at_once()));
  running_client client(calling());
  for (std::int64_t i = 0; i < 14; ++i) run(client, i * 1000, 1000);
  eventually("they are deleted", [this] { return keys.length() <= 10'500; });
  EXPECT_TRUE(stands(kept));
  EXPECT_GE(keys.length(), 9'000);
}

}  // namespace
}  // namespace clamator::test
