// What a program does across the border of a library: calls, errors caught by their type, the version.
#include <iostream>
#include <stdexcept>
#include <string>

#include <boost/asio/use_future.hpp>
#include <boost/describe/class.hpp>

#include <clamator/memory/client.hpp>
#include <clamator/memory/server.hpp>
#include <clamator/redis/client.hpp>
#include <clamator/rpc/io_thread.hpp>
#include <clamator/version.hpp>

struct SquareParams {
  int side = 0;
};
BOOST_DESCRIBE_STRUCT(SquareParams, (), (side))

struct SquareResult {
  int area = 0;
};
BOOST_DESCRIBE_STRUCT(SquareResult, (), (area))

constexpr clamator::method<SquareParams, SquareResult> square{"shapes.square"};
constexpr int no_such_shape = -1000;
const auto wait = boost::asio::use_future;

void require(bool holds, const std::string& what) {
  if (!holds) throw std::runtime_error("not so: " + what);
}

SquareResult handle_square(SquareParams params) {
  if (params.side < 0) throw clamator::rpc_error(no_such_shape, "no such shape");
  return {params.side * params.side};
}

void call_over_memory(clamator::io_thread& io) {
  clamator::memory::bus bus;
  clamator::memory::server server{io.get_executor(), bus};
  clamator::service shapes{"shapes"};
  shapes.handle(square, handle_square);
  server.register_service(std::move(shapes));
  server.start(wait).get();

  clamator::memory::client client{io.get_executor(), bus};
  client.start(wait).get();
  require(client.call(square, {3}, {}, wait).get().area == 9, "the area of 3 is 9");
  long long code = 0;
  try {
    client.call(square, {-1}, {}, wait).get();
  } catch (const clamator::rpc_error& error) {
    code = error.code();
  }
  require(code == no_such_shape, "the handler's error arrives as one");
  client.stop(wait).get();
  server.stop(wait).get();
}

// Nothing listens on the socket, and the error says so.
void connect_to_no_redis(clamator::io_thread& io) {
  clamator::redis::client client{
      io.get_executor(), {.key_prefix = "app", .connection = {.url = "unix:///nonexistent/redis.sock"}}};
  bool refused = false;
  try {
    client.start(wait).get();
  } catch (const clamator::transport_error& error) {
    refused = error.code() == clamator::transport_errc::connect_failed;
  }
  require(refused, "start() fails where no Redis is");
  client.stop(wait).get();
}

int main() try {
  require(clamator::header_version == EXPECTED_VERSION, "the headers are of version " EXPECTED_VERSION);
  require(clamator::version() == EXPECTED_VERSION, "the library is of version " EXPECTED_VERSION);
  clamator::io_thread io;
  call_over_memory(io);
  connect_to_no_redis(io);
  std::cout << "right\n";
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
