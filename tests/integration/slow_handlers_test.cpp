// A server whose handlers take long beside a round trip: who waits for them, and what is fetched meanwhile.
#include <atomic>
#include <future>
#include <thread>

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "over_redis.hpp"

namespace clamator::test {
namespace {

class slow_handlers : public over_redis {
 protected:
  // Takes as long as `pause` says for a job's number, and looks how many this server holds before it ends.
  job_handler looking(std::function<std::chrono::milliseconds(std::int64_t)> pause) {
    return [this, pause](job what, call_context& context) -> asio::awaitable<job_result> {
      asio::steady_timer timer(context.get_executor());
      timer.expires_after(pause(what.number));
      co_await timer.async_wait(asio::use_awaitable);
      if (keys.pending().size() > 1) ++held_more_;
      ++ended_;
      co_return job_result(what.number, "a");
    };
  }

  void add_requests(std::int64_t first, std::int64_t count) {
    for (std::int64_t i = first; i < first + count; ++i) keys.add_request(i, replies_);
  }
  std::size_t answered() const { return keys.envelopes(replies_).size(); }

  const std::string replies_ = prefix + ":replies:caller";
  std::atomic<std::size_t> held_more_ = 0;
  std::atomic<std::size_t> ended_ = 0;
};

// They share a thread, and no other would send it.
TEST_F(slow_handlers, do_not_keep_the_reply_before_theirs) {
  std::promise<void> both_held;
  std::promise<void> first_answered;
  std::atomic<bool> in_time = false;
  running_server server(serving(), work_service([&](job what, call_context&) -> asio::awaitable<job_result> {
                          if (what.number == 100) both_held.get_future().wait_for(20s);
                          if (what.number <= 100) std::this_thread::sleep_for(1ms);  // its work
                          if (what.number == 101)
                            in_time = first_answered.get_future().wait_for(20s) == std::future_status::ready;
                          co_return job_result(what.number, "a");
                        }));
  add_requests(0, 30);
  eventually("they are answered", [this] { return answered() == 30; });
  cli.text({"MULTI"});
  add_requests(100, 2);
  cli.text({"EXEC"});
  eventually("both are read at once", [this] { return keys.pending().size() == 2; });
  both_held.set_value();
  eventually("the first is answered", [this] { return answered() == 31; });
  first_answered.set_value();
  eventually("both are answered", [this] { return answered() == 32; });
  EXPECT_TRUE(in_time);
}

TEST_F(slow_handlers, that_take_as_long_as_each_other_have_the_next_request_when_they_end) {
  add_requests(0, 400);
  running_server server(serving(), work_service(looking([](std::int64_t) { return 30ms; })));
  eventually("the next is there before one ends", [this] { return held_more_ > 0; });
  server.stop();
}

// Another server may be free before a handler that takes longer than the others.
TEST_F(slow_handlers, that_differ_hold_nothing_back) {
  add_requests(0, 60);
  running_server server(
      serving(), work_service(looking([](std::int64_t number) { return number % 3 == 0 ? 40ms : 10ms; })));
  eventually("all have run", [this] { return ended_ == 60; });
  EXPECT_EQ(held_more_, 0u);
}

}  // namespace
}  // namespace clamator::test
