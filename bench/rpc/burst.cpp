#include <cstdio>
#include <exception>
#include <vector>

#include "closed_loop.hpp"
#include "modes.hpp"
#include "work.hpp"

namespace bench {
namespace {

class burst {
 public:
  explicit burst(clamator::client& client) : client_(client) {}

  asio::awaitable<void> run(std::size_t calls, std::int64_t short_us, std::int64_t long_us) {
    left_ = calls;
    for (std::size_t i = 0; i != calls; ++i) send(i % 10 == 0 ? long_us : short_us);
    co_await ended_.wait();
    if (problem_) std::rethrow_exception(problem_);
    print();
  }

 private:
  void send(std::int64_t wait_us) {
    work_call(wait_us, 0)(client_, [this](const std::exception_ptr& problem, const work_result& ran) {
      if (problem) {
        problem_ = problem;
      } else {
        ran_.push_back(ran);
      }
      if (--left_ == 0) ended_.notify();
    });
  }

  void print() const {
    std::fputs("{\"ran\":[", stdout);
    const char* separator = "";
    for (const work_result& each : ran_) {
      std::printf("%s[%lld,%lld,%lld]", separator, static_cast<long long>(each.server),
                  static_cast<long long>(each.begin_us), static_cast<long long>(each.end_us));
      separator = ",";
    }
    std::puts("]}");
  }

  clamator::client& client_;
  std::size_t left_ = 0;
  std::exception_ptr problem_;
  clamator::detail::async_event ended_;
  std::vector<work_result> ran_;
};

}  // namespace

void call_burst(const calling& what, std::size_t calls, std::int64_t long_us) {
  with_client(what, [&](clamator::client& client) -> asio::awaitable<void> {
    burst all(client);
    co_await all.run(calls, what.wait_us, long_us);
  });
}

}  // namespace bench
