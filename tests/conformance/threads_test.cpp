// One client that eight threads use at once, on an executor that has several threads itself.
#include <functional>
#include <future>
#include <vector>

#include "suite.hpp"

namespace clamator::test {
namespace {

constexpr std::int64_t callers = 8;

class threads : public conformance {
 protected:
  // Begins it on `callers` threads, with the number of each. What they throw, end_all() throws.
  void begin_on_each(const std::function<void(std::int64_t)>& action) {
    for (std::int64_t i = 0; i < callers; ++i) {
      running_.push_back(std::async(std::launch::async, action, i));
    }
  }
  void end_all() {
    for (std::future<void>& each : running_) each.get();
    running_.clear();
  }

  event_loop busy_loop{4};

 private:
  std::vector<std::future<void>> running_;
};
FOR_ALL_TRANSPORTS(threads);

// Fewer places than threads: some calls always wait for the reply to another's.
TEST_P(threads, that_call_at_once_each_get_their_own_replies) {
  constexpr std::int64_t each = 40;
  serve(work_service(journal.at_once()), {.concurrency = 4});
  clamator::client client = carrier->make_client(busy_loop.get_executor(), {.max_in_flight = 5});
  finished(begin_start(client));
  begin_on_each([&client](std::int64_t caller) {
    std::vector<std::future<job_result>> typed;
    std::vector<std::future<boost::json::value>> by_name;
    std::vector<std::future<void>> notes;
    const std::int64_t first = caller * each;
    for (std::int64_t n = first; n < first + each; ++n) {
      const boost::json::value params = {{"number", n}};
      typed.push_back(run(client, n));
      by_name.push_back(call(client, "work", "run", params));
      notes.push_back(note(client, n));
    }
    std::int64_t expected = first;
    for (auto& reply : typed) EXPECT_EQ(finished(std::move(reply)).number, expected++);
    expected = first;
    for (auto& reply : by_name) EXPECT_EQ(finished(std::move(reply)).at("number"), expected++);
    for (auto& taken : notes) EXPECT_EQ(end_of(std::move(taken)), "result");
  });
  end_all();
  journal.wait_ended(static_cast<std::size_t>(callers * each * 3));
  for (const auto& [number, times] : journal.runs()) EXPECT_EQ(times, 3u) << "of " << number;
  finished(begin_stop(client));
}

TEST_P(threads, that_call_while_the_client_stops_each_get_an_end) {
  serve(work_service(journal.at_once()), {.concurrency = 4});
  clamator::client client = carrier->make_client(busy_loop.get_executor(), {});
  finished(begin_start(client));
  begin_on_each([&client](std::int64_t caller) {
    std::string end = "result";
    while (end == "result") end = end_of(run(client, caller));
    EXPECT_EQ(end, "stopped");
  });
  journal.wait_ended(100);
  finished(begin_stop(client));
  end_all();
}

TEST_P(threads, that_stop_at_once_all_see_the_end) {
  serve(work_service(journal.gated()));
  clamator::client client = carrier->make_client(busy_loop.get_executor(), {});
  finished(begin_start(client));
  auto pending = run(client, 1);
  journal.wait_begun(1);
  begin_on_each([&client](std::int64_t caller) {
    EXPECT_EQ(end_of(begin_stop(client)), "result");
    EXPECT_EQ(end_of(run(client, caller)), "stopped");
  });
  end_all();
  EXPECT_EQ(end_of(std::move(pending)), "stopped");
}

}  // namespace
}  // namespace clamator::test
