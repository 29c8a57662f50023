// A service put together at run time, JSON in and out with a check of its own, beside a typed one on one
// server; and a tool that calls by name.
#include <iostream>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include <clamator/memory/client.hpp>
#include <clamator/memory/server.hpp>

#include "arith.hpp"

namespace asio = boost::asio;
using namespace arith;

// Commands as a user of the program might have added them.
clamator::service custom_commands() {
  clamator::service commands{"custom-commands"};
  const auto check = [](const boost::json::value& params, clamator::issue_list& issues) {
    const boost::json::object* object = params.if_object();
    const boost::json::value* message = object == nullptr ? nullptr : object->if_contains("message");
    if (message == nullptr || !message->is_string())
      issues.add("expected an object with a string \"message\"");
  };
  commands.handle_value("echo", [](boost::json::value params) { return params; }, check);
  return commands;
}

clamator::service arithmetic() {
  clamator::service service{"arith"};
  service.handle(methods::add, [](AddParams p) { return AddResult{p.a + p.b}; });
  return service;
}

asio::awaitable<void> run(asio::any_io_executor executor) {
  clamator::memory::bus bus;
  clamator::memory::server server{executor, bus};
  server.register_service(custom_commands());
  server.register_service(arithmetic());
  co_await server.start();
  clamator::memory::client client{executor, bus};
  co_await client.start();

  const boost::json::value message = {{"message", "hello"}};
  const boost::json::value answer = co_await client.call("custom-commands", "echo", message);
  std::cout << answer << '\n';

  const boost::json::value wrong = {{"text", "hello"}};
  try {
    co_await client.call("custom-commands", "echo", wrong);
  } catch (const clamator::rpc_error& error) {
    std::cout << error.code() << ' ' << error.message() << ' ' << error.data() << '\n';
  }

  const AddResult sum = co_await client.call(methods::add, {2, 3});
  std::cout << sum.sum << '\n';
  co_await client.stop();
  co_await server.stop();
}

int main() try {
  asio::io_context context;
  auto done = asio::co_spawn(context, run(context.get_executor()), asio::use_future);
  context.run();
  done.get();
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
