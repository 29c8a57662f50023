// Calls that are cancelled, as their servers see them.
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/post.hpp>

#include "suite.hpp"

namespace clamator::test {
namespace {

using ::testing::ElementsAre;

class withdrawal : public conformance {
 protected:
  struct cancellable {
    std::future<std::string> end;
    std::shared_ptr<asio::cancellation_signal> signal;
  };

  cancellable begin(clamator::client& client, std::int64_t number, call_options options = {}) {
    auto signal = std::make_shared<asio::cancellation_signal>();
    auto promise = std::make_shared<std::promise<std::string>>();
    cancellable begun{promise->get_future(), signal};
    auto done = [promise](const std::exception_ptr& problem, const job_result&) {
      promise->set_value(ending([&] {
        if (problem) std::rethrow_exception(problem);
      }));
    };
    client.call(work_run, job(number), options, asio::bind_cancellation_slot(signal->slot(), done));
    return begun;
  }
  // Where completion handlers run.
  void cancel(const cancellable& which) {
    asio::post(client_loop.get_executor(),
               [signal = which.signal] { signal->emit(asio::cancellation_type::terminal); });
  }
};
INSTANTIATE_TEST_SUITE_P(, withdrawal, ::testing::ValuesIn(transports_that_withdraw()), name_of);

TEST_P(withdrawal, cancels_the_handler_that_runs) {
  serve(work_service(journal.gated()));
  cancellable call = begin(connect(), 1);
  journal.wait_begun(1);
  cancel(call);
  journal.wait_ended(1);
  EXPECT_EQ(journal.canceled(), 1u);
  EXPECT_EQ(finished(std::move(call.end)), "operation_aborted");
}

TEST_P(withdrawal, leaves_other_handlers_alone) {
  serve(work_service(journal.gated()), {.concurrency = 2});
  clamator::client& client = connect();
  cancellable first = begin(client, 1);
  cancellable second = begin(client, 2);
  journal.wait_begun(2);
  cancel(first);
  journal.wait_ended(1);
  journal.open_gate();
  EXPECT_EQ(finished(std::move(second.end)), "result");
  EXPECT_EQ(journal.canceled(), 1u);
}

TEST_P(withdrawal, keeps_what_was_not_begun_from_running) {
  serve(work_service(journal.gated()));
  clamator::client& client = connect();
  cancellable first = begin(client, 1);
  journal.wait_begun(1);
  cancellable second = begin(client, 2);
  cancellable third = begin(client, 3);
  cancel(second);
  EXPECT_EQ(finished(std::move(second.end)), "operation_aborted");
  // Behind what withdraws it, from the same client.
  cancellable fourth = begin(client, 4, {.timeout = soon});
  EXPECT_NE(finished(std::move(fourth.end)), "result");
  journal.open_gate();
  EXPECT_EQ(finished(std::move(third.end)), "result");
  EXPECT_THAT(journal.order(), ElementsAre(1, 3));
}

TEST_P(withdrawal, by_a_client_that_stops_cancels_its_handlers) {
  serve(work_service(journal.gated()));
  clamator::client& client = connect();
  cancellable call = begin(client, 1);
  journal.wait_begun(1);
  finished(begin_stop(client));
  journal.wait_ended(1);
  EXPECT_EQ(journal.canceled(), 1u);
  EXPECT_EQ(finished(std::move(call.end)), "stopped");
}

}  // namespace
}  // namespace clamator::test
