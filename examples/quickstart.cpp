// Typed calls within one process, over memory: a result, an error that the handler chose, params that the
// contract refuses on either side, and a notification. Over Redis two lines change; hello.cpp has them.
#include <iostream>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include <clamator/memory/client.hpp>
#include <clamator/memory/server.hpp>

#include "arith.hpp"

namespace asio = boost::asio;
using namespace arith;

struct Arith : ArithService {
  asio::awaitable<AddResult> add(AddParams params, clamator::call_context& context) override {
    std::cout << "  server: " << context.caller() << " wants " << params.a << " + " << params.b << '\n';
    co_return AddResult{params.a + params.b};
  }
  asio::awaitable<DivideResult> divide(DivideParams params, clamator::call_context&) override {
    if (params.divisor == 0) throw clamator::rpc_error(-1000, "division by zero");
    co_return DivideResult{params.dividend / params.divisor, params.dividend % params.divisor};
  }
  asio::awaitable<void> note(NoteParams params, clamator::call_context&) override {
    std::cout << "  server: noted \"" << params.text << "\"\n";
    co_return;
  }
};

asio::awaitable<void> calls(clamator::client& client) {
  ArithClient arith{client};

  std::cout << "add 2 and 3\n";
  const AddResult result = co_await arith.add({2, 3});
  std::cout << "  client: the sum is " << result.sum << '\n';

  std::cout << "divide 7 by 0\n";
  try {
    co_await arith.divide({7, 0});
  } catch (const clamator::rpc_error& error) {
    std::cout << "  client: the server answers " << error.code() << ", \"" << error.message() << "\"\n";
  }

  std::cout << "add 2 and \"three\", by name and past the contract\n";
  try {
    const boost::json::value params = {{"a", 2}, {"b", "three"}};
    co_await client.call("arith", "add", params);
  } catch (const clamator::rpc_error& error) {
    std::cout << "  client: the server answers " << error.code() << ", \"" << error.message()
              << "\"\n          " << error.data() << '\n';
  }

  std::cout << "note nothing, where the contract wants a text\n";
  try {
    co_await arith.note({""});
  } catch (const clamator::protocol_error& error) {
    std::cout << "  client: not sent, " << error.what() << '\n';
  }

  std::cout << "note \"hello\", a notification\n";
  co_await arith.note({"hello"});
  std::cout << "  client: it is on its way, and that is all that a notification says\n";
}

asio::awaitable<void> run(asio::any_io_executor executor) {
  clamator::memory::bus bus;
  clamator::memory::server server{executor, bus};
  server.register_service(arith_contract, std::make_shared<Arith>());
  co_await server.start();

  clamator::memory::client client{executor, bus, {.name = "quickstart"}};
  co_await client.start();
  co_await calls(client);

  co_await client.stop();
  co_await server.stop();
}

int main() try {
  asio::io_context context;
  auto done = asio::co_spawn(context, run(context.get_executor()), asio::use_future);
  context.run();
  done.get();  // throws what run() threw
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
