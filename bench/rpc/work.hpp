// A call that takes a while: its handler waits on a timer, computes, or both, and says when and where it did.
#pragma once

#include <chrono>
#include <cstdint>
#include <utility>

#include <boost/asio/steady_timer.hpp>
#include <boost/describe.hpp>
#include <unistd.h>

#include <clamator/rpc/call_context.hpp>
#include <clamator/rpc/client.hpp>
#include <clamator/rpc/service.hpp>

namespace bench {

class work_params {
 public:
  work_params() = default;
  work_params(std::int64_t waiting_us, std::int64_t computing_us)
      : wait_us(waiting_us), compute_us(computing_us) {}
  std::int64_t wait_us = 0;
  std::int64_t compute_us = 0;
};
BOOST_DESCRIBE_STRUCT(work_params, (), (wait_us, compute_us))

// In microseconds of the machine's monotonic clock, which all processes share.
struct work_result {
  std::int64_t server = 0;  // its process id
  std::int64_t begin_us = 0;
  std::int64_t end_us = 0;
};
BOOST_DESCRIBE_STRUCT(work_result, (), (server, begin_us, end_us))

inline constexpr clamator::method<work_params, work_result> run_work{"work.run"};

inline std::int64_t monotonic_us() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::microseconds>(now).count();
}

inline boost::asio::awaitable<work_result> do_work(work_params p, clamator::call_context& context) {
  const std::int64_t begin = monotonic_us();
  if (p.wait_us != 0) {
    boost::asio::steady_timer timer(context.get_executor(), std::chrono::microseconds(p.wait_us));
    co_await timer.async_wait(boost::asio::use_awaitable);
  }
  const std::int64_t computed_from = monotonic_us();
  while (monotonic_us() - computed_from < p.compute_us) {
  }
  co_return work_result{::getpid(), begin, monotonic_us()};
}

inline clamator::service work() {
  clamator::service served("work");
  served.handle(run_work, [](work_params p, clamator::call_context& context) { return do_work(p, context); });
  return served;
}

class work_call {
 public:
  using result = work_result;
  work_call(std::int64_t waiting_us, std::int64_t computing_us) : sent_(waiting_us, computing_us) {}

  template <class Token>
  auto operator()(clamator::client& client, Token&& token) const {
    return client.call(run_work, sent_, {}, std::forward<Token>(token));
  }
  bool right(const work_result& r) const { return r.end_us - r.begin_us >= sent_.compute_us; }

 private:
  work_params sent_;
};

}  // namespace bench
