// Answers for which a connection does not wake its process.
#include <future>
#include <memory>
#include <string>
#include <vector>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_future.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <clamator/redis/resp/command.hpp>
#include <clamator/rpc/detail/serial_executor.hpp>

#include "redis/connection_core.hpp"
#include "support/redis_cli.hpp"
#include "support/redis_server.hpp"
#include "workload/event_loop.hpp"

namespace clamator::redis::detail {
namespace {

using namespace std::chrono_literals;
using test::event_loop;
using test::redis_cli;
using test::redis_server;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

using urgency = connection_core::urgency;

// Told what became of commands, on the strand.
class told final : public answer_sink {
 public:
  void answered(const call_id&, resp::reply_view reply, std::string_view) override {
    all.emplace_back(reply.text());
    if (all.size() == wanted_) enough_.set_value();
  }
  void lost(const call_id&, bool, const std::string& reason) override { lost_.set_value(reason); }

  explicit told(std::size_t wanted = 1) : wanted_(wanted) {}
  std::future<void> enough() { return enough_.get_future(); }
  std::future<std::string> lost() { return lost_.get_future(); }

  std::vector<std::string> all;

 private:
  const std::size_t wanted_;
  std::promise<void> enough_;
  std::promise<std::string> lost_;
};

class waiting_answers : public ::testing::Test {
 protected:
  waiting_answers() {
    core->let_answers_wait();
    asio::co_spawn(core->strand(), core->open(), asio::use_future).get();
  }
  void TearDown() override { core->close(); }

  void echo(const std::shared_ptr<told>& sink, const std::string& text, urgency how) {
    submit(sink, {"ECHO", text}, how);
  }
  void submit(const std::shared_ptr<told>& sink, std::vector<std::string> words, urgency how) {
    asio::post(core->strand(), [this, sink, words = std::move(words), how] {
      submit_here(sink, words, how);
      core->flush();
    });
  }
  void submit_here(const std::shared_ptr<told>& sink, const std::vector<std::string>& words, urgency how) {
    const std::vector<std::string_view> views(words.begin(), words.end());
    core->submit(1, sink, {}, [&](buffer& out) { resp::append_command(out, views); }, how);
  }
  template <class Function>
  auto on_strand(Function function) {
    return asio::post(core->strand(), asio::use_future(std::move(function))).get();
  }

  redis_server redis;
  redis_cli cli{redis};
  event_loop loop;
  const std::shared_ptr<connection_core> core = std::make_shared<connection_core>(
      clamator::detail::make_serial(loop.get_executor()), connection_options{.url = redis.url()}, nullptr);
};

TEST_F(waiting_answers, come_by_themselves) {
  const auto sink = std::make_shared<told>();
  auto enough = sink->enough();
  echo(sink, "one", urgency::can_wait);
  enough.get();
  EXPECT_THAT(on_strand([&] { return sink->all; }), ElementsAre("one"));
}

TEST_F(waiting_answers, come_to_who_looks) {
  const auto sink = std::make_shared<told>();
  submit(sink, {"SET", "seen", "by-redis"}, urgency::can_wait);
  while (cli.text({"GET", "seen"}) != "by-redis") {
  }
  cli.text({"PING"});  // whose answer was written after that of the SET
  const auto seen = on_strand([&] {
    core->look();
    return sink->all;
  });
  EXPECT_THAT(seen, ElementsAre("OK"));
}

TEST_F(waiting_answers, come_in_front_of_one_that_is_urgent) {
  const auto sink = std::make_shared<told>(3);
  auto enough = sink->enough();
  echo(sink, "one", urgency::can_wait);
  echo(sink, "two", urgency::can_wait);
  echo(sink, "three", urgency::now);
  enough.get();
  EXPECT_THAT(on_strand([&] { return sink->all; }), ElementsAre("one", "two", "three"));
}

TEST_F(waiting_answers, come_by_themselves_long_after_one_that_was_urgent) {
  const auto urgent = std::make_shared<told>();
  const auto patient = std::make_shared<told>();
  auto first = urgent->enough();
  auto second = patient->enough();
  on_strand([&] {
    submit_here(urgent, {"ECHO", "urgent"}, urgency::now);
    submit_here(patient, {"BRPOPLPUSH", "list", "other", "0"}, urgency::can_wait);
    core->flush();
  });
  first.get();
  cli.text({"LPUSH", "list", "late"});
  ASSERT_EQ(second.wait_for(connection_options().command_timeout / 2), std::future_status::ready);
  EXPECT_THAT(on_strand([&] { return patient->all; }), ElementsAre("late"));
}

TEST_F(waiting_answers, are_not_what_one_that_is_urgent_needs_to_come) {
  const auto sink = std::make_shared<told>();
  auto enough = sink->enough();
  echo(sink, "alone", urgency::now);
  enough.get();
  EXPECT_THAT(on_strand([&] { return sink->all; }), ElementsAre("alone"));
}

TEST_F(waiting_answers, come_also_where_one_is_longer_than_what_wakes) {
  const auto sink = std::make_shared<told>(2);
  auto enough = sink->enough();
  const std::string longer(2 * connection_core::answer_bytes_at_once, 'x');
  echo(sink, longer, urgency::can_wait);
  echo(sink, "short", urgency::can_wait);
  enough.get();
  EXPECT_THAT(on_strand([&] { return sink->all; }), ElementsAre(longer, "short"));
}

TEST_F(waiting_answers, come_by_thousands) {
  constexpr std::size_t many = 5000;
  const auto sink = std::make_shared<told>(many);
  auto enough = sink->enough();
  for (std::size_t i = 0; i < many; ++i)
    echo(sink, std::to_string(i), i % 7 == 3 ? urgency::now : urgency::can_wait);
  enough.get();
  const auto all = on_strand([&] { return sink->all; });
  for (std::size_t i = 0; i < many; ++i) ASSERT_EQ(all[i], std::to_string(i));
}

TEST_F(waiting_answers, are_lost_with_their_connection_and_not_those_of_the_next) {
  const auto broken = std::make_shared<told>();
  auto lost = broken->lost();
  cli.text({"CLIENT", "PAUSE", "60000", "WRITE"});
  submit(broken, {"SET", "key", "value"}, urgency::can_wait);
  cli.text({"CLIENT", "KILL", "TYPE", "normal"});
  EXPECT_THAT(lost.get(), HasSubstr(" lost: "));
  cli.text({"CLIENT", "UNPAUSE"});
  asio::co_spawn(core->strand(), core->open(), asio::use_future).get();
  const auto sink = std::make_shared<told>();
  auto enough = sink->enough();
  echo(sink, "again", urgency::can_wait);
  enough.get();
  EXPECT_THAT(on_strand([&] { return sink->all; }), ElementsAre("again"));
}

}  // namespace
}  // namespace clamator::redis::detail
