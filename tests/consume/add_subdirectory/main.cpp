// One call over memory: the headers are found, and all that they need is linked.
#include <cstdio>
#include <exception>

#include <boost/asio/use_future.hpp>
#include <boost/describe/class.hpp>

#include <clamator/memory/client.hpp>
#include <clamator/memory/server.hpp>
#include <clamator/rpc/io_thread.hpp>

struct SquareParams {
  int side = 0;
};
BOOST_DESCRIBE_STRUCT(SquareParams, (), (side))

struct SquareResult {
  int area = 0;
};
BOOST_DESCRIBE_STRUCT(SquareResult, (), (area))

constexpr clamator::method<SquareParams, SquareResult> square{"shapes.square"};

int main() try {
  const auto wait = boost::asio::use_future;
  clamator::io_thread io;
  clamator::memory::bus bus;

  clamator::memory::server server{io.get_executor(), bus};
  clamator::service shapes{"shapes"};
  shapes.handle(square, [](SquareParams p) { return SquareResult{p.side * p.side}; });
  server.register_service(std::move(shapes));
  server.start(wait).get();

  clamator::memory::client client{io.get_executor(), bus};
  client.start(wait).get();
  const int area = client.call(square, {3}, {}, wait).get().area;
  client.stop(wait).get();
  server.stop(wait).get();
  return area == 9 ? 0 : 1;
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
