// Bounds of what is held and kept, each at its edge, and what a reply and its acknowledgement have in common.
// Further ones are in tests of what they bound; tests/docs/promises.json says where.
#include "over_redis.hpp"

namespace clamator::test {
namespace {

using ::testing::AllOf;
using ::testing::Ge;
using ::testing::IsEmpty;
using ::testing::Le;
using ::testing::SizeIs;

class bounds : public over_redis {};

TEST_F(bounds, of_what_a_server_reads_ahead) {
  const job_handler fast = journal.at_once();
  const job_handler gated = journal.gated();
  running_server server(serving(), work_service([&](job what, call_context& context) {
                          return what.number < 1000 ? fast(what, context) : gated(what, context);
                        }),
                        other_service(journal.at_once()));
  running_client client(calling());
  for (auto& each : client.run_many(0, 1000)) EXPECT_EQ(end_of(std::move(each)).how, "result");
  for (std::int64_t i = 0; i < 300; ++i) keys.add_request(1000 + i);
  journal.wait_begun(1001);
  eventually("it has read ahead", [this] { return keys.pending().size() > 1; });
  // Another service's calls go through the same thread, as further reads would.
  for (std::int64_t i = 0; i < 20; ++i) EXPECT_EQ(end_of(client.run_other(i)).how, "result");
  EXPECT_THAT(keys.pending().size(), Le(128u));
  journal.open_gate();
  eventually("nothing is pending", [this] { return keys.pending().empty(); });
}

// Redis cuts whole nodes of a hundred.
TEST_F(bounds, of_a_reply_stream) {
  redis::server_options options = serving();
  options.reply_stream_maxlen = 10;
  running_server server(options, work_service(journal.at_once()));
  const std::string replies = prefix + ":replies:nobody";
  for (std::int64_t i = 0; i < 500; ++i) keys.add_request(i, replies);
  journal.wait_ended(500);
  eventually("all are acknowledged", [this] { return keys.pending().empty(); });
  EXPECT_THAT(cli.text({"XLEN", replies}).as_int64(), AllOf(Ge(10), Le(120)));
}

// Redis is full, which forbids the reply and would allow the acknowledgement.
TEST_F(bounds, of_one_transaction_have_reply_and_acknowledgement_together) {
  running_server server(serving(), work_service(journal.gated()));
  running_client client(calling());
  auto begun = client.run(1);
  journal.wait_begun(1);
  cli.text({"CONFIG", "SET", "maxmemory", "1"});
  journal.open_gate();
  log.wait_for("is refused, and will be tried again: OOM");
  EXPECT_THAT(keys.pending(), SizeIs(1));
  EXPECT_THAT(keys.reply_streams(), IsEmpty());
  cli.text({"CONFIG", "SET", "maxmemory", "0"});
  EXPECT_EQ(end_of(std::move(begun)).how, "result");
  EXPECT_THAT(keys.pending(), IsEmpty());
}

}  // namespace
}  // namespace clamator::test
