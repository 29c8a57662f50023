// One call in every style that Asio has, what a call can fail with, how to give one up, and how long handlers
// learn that nobody waits any more.
#include <iostream>
#include <tuple>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_future.hpp>

#include <clamator/memory/client.hpp>
#include <clamator/memory/server.hpp>
#include <clamator/rpc/io_thread.hpp>

#include "arith.hpp"

namespace asio = boost::asio;
using namespace arith;
using namespace std::chrono_literals;

constexpr clamator::method<AddParams, AddResult> add_patiently{"slow.add"};

// The sum, after a second; or sooner, where nobody waits for it any more.
asio::awaitable<AddResult> add_slowly(AddParams params, clamator::call_context& context) {
  asio::steady_timer timer(context.get_executor(), 1s);
  co_await timer.async_wait(asio::bind_cancellation_slot(context.cancellation_slot(), asio::use_awaitable));
  co_return AddResult{params.a + params.b};
}

// In a coroutine: the default, nothing to be said.
asio::awaitable<void> in_a_coroutine(clamator::client& client) {
  const AddResult sum = co_await client.call(methods::add, {2, 3});
  std::cout << "co_await: " << sum.sum << '\n';

  // Two at once.
  using namespace asio::experimental::awaitable_operators;
  const std::tuple<AddResult, AddResult> both =
      co_await (client.call(methods::add, {1, 2}) && client.call(methods::add, {3, 4}));
  std::cout << "two at once: " << std::get<0>(both).sum << " and " << std::get<1>(both).sum << '\n';

  // An error as a value.
  const auto outcome = co_await client.call(methods::divide, {7, 0}, {}, asio::as_tuple(asio::use_awaitable));
  std::cout << "as_tuple: " << (std::get<0>(outcome) ? "an error" : "a result") << '\n';
}

// With a function, which runs on the client's executor.
void with_a_callback(clamator::client& client) {
  client.call(methods::add, {2, 3}, {}, [](std::exception_ptr problem, AddResult sum) {
    if (!problem) std::cout << "callback: " << sum.sum << '\n';
  });
}

// From a thread that may wait, but not from one that runs the client's executor: it would wait for itself.
void with_a_future(clamator::client& client) {
  std::future<AddResult> pending = client.call(methods::add, {2, 3}, {}, asio::use_future);
  const AddResult sum = pending.get();  // throws what co_await would
  std::cout << "use_future: " << sum.sum << '\n';
}

// Begun later, in any style.
void deferred(clamator::client& client) {
  auto later = client.call(methods::add, {2, 3}, {}, asio::deferred);
  const AddResult sum = std::move(later)(asio::use_future).get();
  std::cout << "deferred: " << sum.sum << '\n';
}

// What a call may fail with, and what it says about the request's fate.
asio::awaitable<void> divide_or_say_why(clamator::client& client, int divisor) {
  try {
    const DivideResult result = co_await client.call(methods::divide, {7, divisor}, {.timeout = 3s});
    std::cout << "7 / " << divisor << " = " << result.quotient << '\n';
  } catch (const clamator::rpc_error& error) {
    // The other side's answer: a code of the handler's own, or one of JSON-RPC's.
    std::cout << "answered with " << error.code() << ": " << error.message() << '\n';
  } catch (const clamator::protocol_error& error) {
    // The two sides disagree about the contract, or what was to be sent does not keep it.
    std::cout << "against the contract: " << error.what() << '\n';
  } catch (const clamator::transport_error& error) {
    const bool uncertain = clamator::may_have_run(error.code());  // or else: repeat it safely
    std::cout << (uncertain ? "may have run: " : "did not run: ") << error.what() << '\n';
  } catch (const boost::system::system_error& error) {
    std::cout << "given up: " << error.what() << '\n';  // cancelled
  }
}

// Giving up on a call: whoever waited goes on at once, and the handler is told.
asio::awaitable<void> give_up(clamator::client& client) {
  asio::cancellation_signal signal;
  asio::steady_timer patience(client.get_executor(), 20ms);
  patience.async_wait([&signal](boost::system::error_code) { signal.emit(asio::cancellation_type::all); });
  auto token = asio::bind_cancellation_slot(signal.slot(), asio::as_tuple(asio::use_awaitable));
  const auto outcome = co_await client.call(add_patiently, {1, 2}, {}, token);
  try {
    if (std::get<0>(outcome)) std::rethrow_exception(std::get<0>(outcome));
  } catch (const boost::system::system_error& error) {
    std::cout << "cancelled: " << (error.code() == asio::error::operation_aborted) << '\n';
  }
}

int main() try {
  const auto wait = asio::use_future;
  clamator::io_thread io;
  clamator::memory::bus bus;
  clamator::memory::server server{io.get_executor(), bus};
  clamator::service service{"arith"};
  service.handle(methods::add, [](AddParams p) { return AddResult{p.a + p.b}; });
  service.handle(methods::divide, [](DivideParams p) {
    if (p.divisor == 0) throw clamator::rpc_error(-1000, "division by zero", {{"dividend", p.dividend}});
    return DivideResult{p.dividend / p.divisor, p.dividend % p.divisor};
  });
  server.register_service(std::move(service));

  // Waits more than it works, so four requests may be at it side by side.
  clamator::service slow{"slow"};
  slow.handle(add_patiently, add_slowly);
  server.register_service(std::move(slow), {.concurrency = 4});
  server.start(wait).get();

  clamator::memory::client client{io.get_executor(), bus};
  client.start(wait).get();
  asio::co_spawn(io.get_executor(), in_a_coroutine(client), wait).get();
  with_a_callback(client);
  with_a_future(client);
  deferred(client);
  asio::co_spawn(io.get_executor(), divide_or_say_why(client, 2), wait).get();
  asio::co_spawn(io.get_executor(), divide_or_say_why(client, 0), wait).get();
  asio::co_spawn(io.get_executor(), give_up(client), wait).get();

  client.stop(wait).get();
  server.stop(100ms, wait).get();  // add_slowly() is cancelled then, not waited for
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
