// What else differs between the servers, or might in the next one: what each answers, and that calls go on.
#include <optional>

#include "over_redis.hpp"

namespace clamator::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class server_differences : public over_redis {
 protected:
  void make_group() { cli.text({"XGROUP", "CREATE", keys.stream(), "work", "0", "MKSTREAM"}); }
  // A field of the first group or consumer; nothing where it has none.
  std::optional<boost::json::value> field(const std::vector<std::string>& command, const std::string& name) {
    const auto answer = cli.text(command);
    const auto& first = answer.at(0).as_array();
    for (std::size_t i = 0; i + 1 < first.size(); i += 2) {
      if (first[i] == boost::json::string(name)) return first[i + 1];
    }
    return std::nullopt;
  }
  void wait_for_renewals(int wanted) {
    std::int64_t last = 0;
    int seen = 0;
    eventually("the lease is renewed", [&] {
      const std::int64_t idle = keys.pending().at(0).idle_ms;
      seen += idle < last;
      last = idle;
      return seen == wanted;
    });
  }
};

// So nothing here is told by it.
TEST_F(server_differences, lag_is_not_known_to_all) {
  make_group();
  keys.add_request(1);
  const std::string deleted = keys.add_request(2);
  keys.add_request(3);
  const std::vector<std::string> groups{"XINFO", "GROUPS", keys.stream()};
  const bool counted = redis.version().at_least(7, 0);
  EXPECT_EQ(field(groups, "lag").has_value(), counted);
  ASSERT_THAT(keys.read_as("work:peer"), SizeIs(1));
  cli.text({"XDEL", keys.stream(), deleted});
  if (counted) {
    EXPECT_TRUE(field(groups, "lag")->is_null());
  }
  running_server server(serving(), work_service(journal.at_once()));
  journal.wait_ended(1);
  EXPECT_THAT(journal.order(), ElementsAre(3));
}

// Up to 7.0 a server that polls and finds nothing looks as idle as one that is dead.
TEST_F(server_differences, an_idle_server_may_be_taken_for_dead_and_removed) {
  running_server server(serving(400ms), work_service(journal.at_once()));
  running_client client(calling());
  EXPECT_EQ(end_of(client.run(1)).how, "result");
  const std::vector<std::string> consumers{"XINFO", "CONSUMERS", keys.stream(), "work"};
  std::int64_t last = 0;
  int polls = 0;
  eventually("a second without work", [&] {
    const std::int64_t idle = field(consumers, "idle")->as_int64();
    polls += idle < last;
    last = idle;
    return polls == 3 || idle > 1000;
  });
  EXPECT_EQ(last > 1000, !redis.version().at_least(7, 2)) << last;
  EXPECT_EQ(field(consumers, "inactive").has_value(), redis.version().at_least(7, 2));

  const std::string consumer(field(consumers, "name")->as_string());
  cli.text({"XGROUP", "DELCONSUMER", keys.stream(), "work", consumer});
  for (std::int64_t i = 2; i < 5; ++i) EXPECT_EQ(end_of(client.run(i)).how, "result") << log.text();
  EXPECT_EQ(std::string(field(consumers, "name")->as_string()), consumer);
  EXPECT_THAT(log.all(), IsEmpty());
}

TEST_F(server_differences, a_lease_is_renewed_without_counting_a_delivery) {
  running_server server(serving(300ms), work_service(journal.gated()));
  running_client client(calling());
  auto begun = client.run(1);
  journal.wait_begun(1);
  wait_for_renewals(2);
  EXPECT_EQ(keys.pending().at(0).delivery_count, 1);
  // Whatever a server does with its scripts, ours bring theirs along.
  cli.text({"SCRIPT", "FLUSH"});
  wait_for_renewals(2);
  EXPECT_EQ(keys.pending().at(0).delivery_count, 1);
  journal.open_gate();
  EXPECT_EQ(end_of(std::move(begun)).how, "result");
  EXPECT_EQ(journal.begun(), 1u);
}

// A late completion of what another has claimed cannot be prevented, and does no harm.
TEST_F(server_differences, anybody_may_acknowledge) {
  make_group();
  const std::string id = keys.add_request(1);
  ASSERT_THAT(keys.read_as("work:peer"), SizeIs(1));
  cli.text({"XCLAIM", keys.stream(), "work", "work:other", "0", id});
  EXPECT_EQ(cli.text({"XACK", keys.stream(), "work", id}), 1);
  EXPECT_EQ(cli.text({"XACK", keys.stream(), "work", id}), 0);
}

TEST_F(server_differences, claiming_what_is_idle_includes_ones_own) {
  make_group();
  const std::string id = keys.add_request(1);
  ASSERT_THAT(keys.read_as("work:peer"), SizeIs(1));
  const auto claimed = cli.text({"XAUTOCLAIM", keys.stream(), "work", "work:peer", "0", "0"});
  EXPECT_EQ(claimed.at(1).at(0).at(0), boost::json::string(id));
  EXPECT_EQ(keys.pending().at(0).delivery_count, 2);
}

}  // namespace
}  // namespace clamator::test
