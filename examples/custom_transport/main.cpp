// Calls a service over the transport in local_transport.hpp, both sides in this process.
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <unistd.h>

#include <clamator/rpc/client.hpp>
#include <clamator/rpc/server.hpp>

#include "arith.hpp"
#include "local_transport.hpp"

namespace asio = boost::asio;

using namespace arith;

asio::awaitable<void> run(asio::any_io_executor executor, std::string path) {
  clamator::service service{"arith"};
  service.handle(methods::add, [](AddParams p, clamator::call_context& context) {
    std::cout << context.caller() << " asks for " << p.a << " + " << p.b << '\n';
    return AddResult{p.a + p.b};
  });
  clamator::server server{executor, custom_transport::local_server(path)};
  server.register_service(std::move(service));
  co_await server.start();

  clamator::client client{executor, custom_transport::local_client(path, "the example")};
  co_await client.start();
  const AddResult result = co_await ArithClient(client).add({2, 3});
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
