#include "replay/lock_step.hpp"

#include <chrono>
#include <stdexcept>

#include <boost/asio/co_spawn.hpp>

#include "replay/counted_run.hpp"
#include "replay/lease_loops.hpp"
#include "replay/outside.hpp"
#include "rpc/arith.hpp"

namespace bench::replay {
namespace {

namespace simulation = clamator::simulation;
using simulation::virtual_time;

// About what passes on a real machine until the other side has answered, so that timers cost what they cost
// there.
constexpr std::chrono::microseconds answer_time(100);

clamator::redis::connection_options to_the_model() {
  clamator::redis::connection_options options;
  options.url = "unix:///redis";
  return options;
}

void rethrow(const std::exception_ptr& problem) {
  if (problem) std::rethrow_exception(problem);
}

}  // namespace

lock_step::lock_step(std::size_t window) {
  connect();
  for (std::size_t i = 0; i < window; ++i) boost::asio::co_spawn(calling_, call_for_ever(), rethrow);
}

void lock_step::connect() {
  clamator::redis::server_options serving{.key_prefix = "bench"};
  serving.connection = to_the_model();
  server_ = std::make_unique<clamator::redis::server>(serving_.get_executor(), serving);
  server_->register_service(arith());
  clamator::redis::client_options calling{.key_prefix = "bench"};
  calling.connection = to_the_model();
  client_ = std::make_unique<clamator::redis::client>(calling_.get_executor(), calling);

  int to_start = 2;
  const auto started = [&to_start](const std::exception_ptr& problem) {
    rethrow(problem);
    --to_start;
  };
  client_->start(started);
  server_->start(started);
  while (to_start > 0) round();
}

boost::asio::awaitable<void> lock_step::call_for_ever() {
  for (;;) {
    const add_result result = co_await client_->call(add, {2, 3});
    if (result.sum != 5) throw std::runtime_error("2 + 3 is not 5 here");
    ++ended_;
  }
}

void lock_step::warm_up(std::uint64_t calls) {
  const std::uint64_t enough = ended_ + calls;
  while (ended_ < enough) round();
}

std::uint64_t lock_step::count(side which, std::uint64_t calls) {
  boost::asio::io_context& counted = which == side::client ? calling_ : serving_;
  boost::asio::io_context& other = which == side::client ? serving_ : calling_;
  const std::uint64_t before = ended_;
  while_asleep([&] {
    if (ended_ >= before + calls) return counted.stop();
    if (serve()) return;
    turn(other);
    poll_lease_loops();
    pass_time();
  });
  clamator_counted_run(counted);
  while_asleep({});
  return ended_ - before;
}

void lock_step::round() {
  turn(calling_);
  turn(serving_);
  poll_lease_loops();
  pass_time();
}

void lock_step::turn(boost::asio::io_context& loop) {
  loop.restart();
  loop.poll();
  serve();
}

bool lock_step::serve() {
  const auto senders = redis_.look(0);
  for (const simulation::redis_model::peer each : senders) redis_.serve(each);
  return !senders.empty();
}

void lock_step::pass_time() {
  virtual_time::advance_to(virtual_time::now() + answer_time);
  redis_.end_waits();
  turns_without_end_ = ended_ == ended_before_ ? turns_without_end_ + 1 : 0;
  ended_before_ = ended_;
  if (turns_without_end_ == 10'000) throw std::runtime_error("no call has ended for a second");
}

}  // namespace bench::replay
