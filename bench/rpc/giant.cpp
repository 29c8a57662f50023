#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "arith.hpp"
#include "closed_loop.hpp"
#include "echo.hpp"
#include "modes.hpp"

namespace bench {
namespace {

double in_ms(clock::duration d) {
  return std::chrono::duration<double, std::milli>(d).count();
}

std::string text_of(const std::exception_ptr& problem) {
  if (!problem) return {};
  try {
    std::rethrow_exception(problem);
  } catch (const std::exception& e) {
    return e.what();
  }
}

class giant {
 public:
  giant(clamator::client& client, std::size_t bytes) : client_(client), large_(bytes) {}

  asio::awaitable<void> run(double seconds) {
    const auto before = co_await small_calls_until(
        clock::now() + std::chrono::duration_cast<clock::duration>(std::chrono::duration<double>(seconds)));
    const clock::time_point begin = clock::now();
    send_large();
    const clock::duration handed_over = clock::now() - begin;
    const auto beside = co_await small_calls_until(clock::time_point::max());
    std::printf("{\"giant_ms\":%.1f,\"handed_over_ms\":%.1f,\"error\":%s,", in_ms(ended_ - begin),
                in_ms(handed_over), boost::json::serialize(boost::json::value(error_)).c_str());
    print("before", before);
    std::putchar(',');
    print("beside", beside);
    std::puts("}");
  }

 private:
  // Until then, or until the large call has ended; at least one.
  asio::awaitable<std::vector<double>> small_calls_until(clock::time_point end) {
    std::vector<double> latencies_ms;
    while (clock::now() < end && (latencies_ms.empty() || !large_ended_)) {
      const clock::time_point sent = clock::now();
      co_await add_call()(client_, asio::use_awaitable);
      latencies_ms.push_back(in_ms(clock::now() - sent));
    }
    co_return latencies_ms;
  }

  void send_large() {
    large_(client_, [this](const std::exception_ptr& problem, const message& answer) {
      ended_ = clock::now();
      large_ended_ = true;
      error_ = text_of(problem);
      if (!problem && !large_.right(answer)) error_ = "answered with something else";
    });
  }

  static void print(const char* when, std::vector<double> latencies_ms) {
    std::sort(latencies_ms.begin(), latencies_ms.end());
    std::printf("\"%s\":{\"calls\":%zu,\"p50_ms\":%.3f,\"longest_ms\":%.3f}", when, latencies_ms.size(),
                latencies_ms[latencies_ms.size() / 2], latencies_ms.back());
  }

  clamator::client& client_;
  echo_call large_;
  bool large_ended_ = false;
  clock::time_point ended_;
  std::string error_;
};

}  // namespace

void call_giant(const calling& what) {
  with_client(what, [&](clamator::client& client) -> asio::awaitable<void> {
    giant one(client, what.payload);
    co_await one.run(what.seconds);
  });
}

}  // namespace bench
