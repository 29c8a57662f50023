// A client of the pool that pool_worker.cpp serves: shares out a piece of work, then measures small calls.
//
//   pool_client      Redis is at $REDIS_URL, or at localhost
//
// With use_future a call is a std::future, so doing many at once needs no more than a vector.
#include <algorithm>
#include <chrono>
#include <future>
#include <iomanip>
#include <iostream>
#include <locale>
#include <map>
#include <vector>

#include <boost/asio/use_future.hpp>

#include <clamator/redis/client.hpp>
#include <clamator/rpc/io_thread.hpp>

#include "primes.hpp"

using std::chrono::steady_clock;
using milliseconds = std::chrono::duration<double, std::milli>;
const auto wait = boost::asio::use_future;

double since(steady_clock::time_point start) {
  return milliseconds(steady_clock::now() - start).count();
}

void share_out(primes::PrimesClient primes) {
  constexpr std::int64_t limit = 2'000'000;
  constexpr std::int64_t parts = 200;
  std::cout << "Primes below " << limit << ", in " << parts << " calls at once:\n";

  const auto start = steady_clock::now();
  std::vector<std::future<primes::CountResult>> calls;
  for (std::int64_t i = 0; i < parts; ++i) {
    calls.push_back(primes.count({limit * i / parts, limit * (i + 1) / parts}, {}, wait));
  }
  std::int64_t total = 0;
  std::map<std::string, std::int64_t> done_by;
  for (auto& call : calls) {
    const primes::CountResult part = call.get();
    total += part.count;
    ++done_by[part.worker];
  }
  for (const auto& [worker, share] : done_by) {
    std::cout << "  " << std::setw(8) << std::left << worker << std::setw(4) << std::right << share
              << " calls  " << std::string(static_cast<std::size_t>(share * 40 / parts), '#') << '\n';
  }
  std::cout << "  " << total << " primes, found in " << since(start) / 1000 << " s\n";
}

void one_at_a_time(primes::PrimesClient primes) {
  std::vector<double> took(2'000);
  for (double& time : took) {
    const auto start = steady_clock::now();
    primes.factor({91}, {}, wait).get();
    time = since(start);
  }
  std::sort(took.begin(), took.end());
  std::cout << "  one at a time   half of them within " << took[took.size() / 2] << " ms, 99 % within "
            << took[took.size() * 99 / 100] << " ms\n";
}

void many_at_once(primes::PrimesClient primes) {
  constexpr std::size_t count = 50'000;
  const auto start = steady_clock::now();
  std::vector<std::future<primes::FactorResult>> calls;
  for (std::size_t i = 0; i < count; ++i) calls.push_back(primes.factor({91}, {}, wait));
  for (auto& call : calls) call.get();
  const auto a_second = static_cast<std::int64_t>(static_cast<double>(count) * 1000 / since(start));
  std::cout << "  many at once    " << count << " calls, " << a_second << " a second\n";
}

struct readable_numbers : std::numpunct<char> {
  char do_thousands_sep() const override { return ','; }
  std::string do_grouping() const override { return "\3"; }
};

int main() try {
  std::cout.imbue(std::locale(std::cout.getloc(), new readable_numbers));
  std::cout << std::fixed << std::setprecision(2);
  clamator::io_thread io;
  clamator::redis::client client{io.get_executor(), {.key_prefix = "clamator-demo", .name = "pool_client"}};
  client.start(wait).get();
  primes::PrimesClient primes{client};
  share_out(primes);
  std::cout << "Small calls, from this program to a worker and back:\n";
  one_at_a_time(primes);
  many_at_once(primes);
  client.stop(wait).get();
} catch (const std::exception& error) {
  std::cerr << "pool_client: " << error.what() << '\n';
  return 1;
}
