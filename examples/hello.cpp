// The smallest whole program: a server and a client over Redis, in a program that has no event loop of its
// own.
#include <iostream>

#include <boost/asio/use_future.hpp>
#include <boost/describe/class.hpp>

#include <clamator/redis/client.hpp>
#include <clamator/redis/server.hpp>
#include <clamator/rpc/io_thread.hpp>

struct GreetParams {
  GreetParams() = default;
  explicit GreetParams(std::string whom) : name(std::move(whom)) {}
  std::string name;
};
BOOST_DESCRIBE_STRUCT(GreetParams, (), (name))

struct GreetResult {
  std::string greeting;
};
BOOST_DESCRIBE_STRUCT(GreetResult, (), (greeting))

constexpr clamator::method<GreetParams, GreetResult> greet{"hello.greet"};

int main() try {
  const auto wait = boost::asio::use_future;
  clamator::io_thread io;

  clamator::redis::server server{io.get_executor(), {.key_prefix = "my-app"}};
  clamator::service hello{"hello"};
  hello.handle(greet, [](GreetParams p) { return GreetResult{"Hello, " + p.name + "!"}; });
  server.register_service(std::move(hello));
  server.start(wait).get();

  clamator::redis::client client{io.get_executor(), {.key_prefix = "my-app"}};
  client.start(wait).get();
  std::cout << client.call(greet, GreetParams("world"), {}, wait).get().greeting << '\n';

  client.stop(wait).get();
  server.stop(wait).get();
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
