// A service and its client, of one contract.
#include <cstdio>
#include <exception>
#include <memory>

#include <boost/asio/use_future.hpp>

#include <clamator/memory/client.hpp>
#include <clamator/memory/server.hpp>
#include <clamator/rpc/io_thread.hpp>

#include "arith.hpp"

class Arith final : public arith::ArithService {
 public:
  boost::asio::awaitable<arith::AddResult> add(arith::AddParams params, clamator::call_context&) override {
    co_return arith::AddResult(params.a + params.b);
  }
  boost::asio::awaitable<void> ping(arith::PingParams, clamator::call_context&) override { co_return; }
};

int main() try {
  const auto wait = boost::asio::use_future;
  clamator::io_thread io;
  clamator::memory::bus bus;

  clamator::memory::server server{io.get_executor(), bus};
  server.register_service(arith::arith_contract, std::make_shared<Arith>());
  server.start(wait).get();

  clamator::memory::client client{io.get_executor(), bus};
  client.start(wait).get();
  arith::ArithClient arith{client};
  const double sum = arith.add({2, 3}, {}, wait).get().sum;
  client.stop(wait).get();
  server.stop(wait).get();
  std::printf("2 + 3 = %g\n", sum);
  return sum == 5 ? 0 : 1;
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
