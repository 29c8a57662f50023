// Calls a service over the transport in local_transport.hpp, both sides in this process.
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/describe/class.hpp>
#include <unistd.h>

#include <clamator/rpc/client.hpp>
#include <clamator/rpc/server.hpp>

#include "local_transport.hpp"

namespace asio = boost::asio;

struct add_params {
  add_params() = default;
  add_params(int first, int second) : a(first), b(second) {}
  int a = 0;
  int b = 0;
};
BOOST_DESCRIBE_STRUCT(add_params, (), (a, b))

struct add_result {
  int sum = 0;
};
BOOST_DESCRIBE_STRUCT(add_result, (), (sum))

inline constexpr clamator::method<add_params, add_result> add{"arith.add"};

asio::awaitable<void> run(asio::any_io_executor executor, std::string path) {
  clamator::service arith{"arith"};
  arith.handle(add, [](add_params p, clamator::call_context& context) {
    std::cout << context.caller() << " asks for " << p.a << " + " << p.b << '\n';
    return add_result{p.a + p.b};
  });
  clamator::server server{executor, custom_transport::local_server(path)};
  server.register_service(std::move(arith));
  co_await server.start();

  clamator::client client{executor, custom_transport::local_client(path, "the example")};
  co_await client.start();
  const add_result result = co_await client.call(add, {2, 3});
  std::cout << "2 + 3 = " << result.sum << '\n';

  co_await client.stop();
  co_await server.stop();
}

int main() {
  const auto path = std::filesystem::temp_directory_path() / ("clamator-example-" + std::to_string(getpid()));
  asio::io_context context;
  int status = EXIT_SUCCESS;
  asio::co_spawn(context, run(context.get_executor(), path), [&status](std::exception_ptr failure) {
    if (!failure) return;
    status = EXIT_FAILURE;
    try {
      std::rethrow_exception(failure);
    } catch (const std::exception& error) {
      std::cerr << error.what() << '\n';
    }
  });
  context.run();
  return status;
}
