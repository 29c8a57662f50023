// Calls that end when the test says so, and how they end.
#pragma once

#include <exception>
#include <string>
#include <utility>
#include <vector>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

#include "memory_peers.hpp"
#include "natural_contract.hpp"

namespace clamator::test {

// What a problem is, in a word.
inline std::string kind_of(std::exception_ptr problem) {
  if (!problem) return "none";
  try {
    std::rethrow_exception(problem);
  } catch (const transport_error& error) {
    return error.code() == transport_errc::stopped ? "stopped" : "transport_error";
  } catch (const boost::system::system_error& error) {
    return error.code() == asio::error::operation_aborted ? "aborted" : "system_error";
  } catch (const rpc_error&) {
    return "rpc_error";
  } catch (const std::exception& error) {
    return error.what();
  }
}

inline constexpr method<greet_params, greet_result> held{"test.held"};

class HeldCalls : public MemoryPeers {
 protected:
  HeldCalls() {
    served.handle(add, [](add_params p) { return add_result{p.a + p.b}; });
    served.handle(greet, [](greet_params p) { return greet_result("hi " + p.name); });
    served.handle(held, [this](greet_params p) -> asio::awaitable<greet_result> {
      ++held_calls;
      arrival.cancel();
      if (!open) co_await until(gate);
      co_return greet_result("held " + p.name);
    });
    served.handle(note, [this](greet_params p) { noted.push_back(std::move(p.name)); });
  }

  // Waits until the timer is cancelled, which is for ever where that was before.
  static asio::awaitable<void> until(asio::steady_timer& event) {
    co_await event.async_wait(asio::as_tuple(asio::use_awaitable));
  }
  asio::awaitable<void> held_call_began() {
    while (held_calls == 0) co_await until(arrival);
    held_calls = 0;
  }
  void open_gate() {
    open = true;
    gate.cancel();
  }

  // A handler that writes down how its operation ended, and lets await_end() go on.
  auto noting_end() {
    return asio::bind_cancellation_slot(signal.slot(), [this](std::exception_ptr problem, auto&&...) {
      ended.push_back(kind_of(problem));
      end.cancel();
    });
  }
  asio::awaitable<void> await_end() {
    if (ended.empty()) co_await until(end);
  }

  static constexpr auto never = asio::steady_timer::time_point::max();
  asio::steady_timer gate{context, never};
  asio::steady_timer arrival{context, never};
  int held_calls = 0;
  bool open = false;
  std::vector<std::string> noted;
  asio::cancellation_signal signal;
  asio::steady_timer end{context, never};
  std::vector<std::string> ended;
};

// A transport that starts and stops when it is told to, and not before.
class slow_transport final : public client_transport {
 public:
  slow_transport(asio::steady_timer& step, const int& steps) : step_(step), steps_(steps) {}
  asio::awaitable<void> start(asio::any_io_executor, client_sink&) override { return pass(); }
  asio::awaitable<void> stop() override { return pass(); }
  bool send(const outgoing&) override { return false; }
  std::string trouble() const override { return "slow"; }

 private:
  asio::awaitable<void> pass() {
    for (const int before = steps_; steps_ == before;)
      co_await step_.async_wait(asio::as_tuple(asio::use_awaitable));
  }
  asio::steady_timer& step_;
  const int& steps_;
};

}  // namespace clamator::test
