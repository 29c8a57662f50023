// A real client, a real server and what they need of Redis, in one process and in lock step, so that each run
// does the same. Both are those of an application; what stands in for the rest is the simulation's: sockets
// without a kernel, a clock that goes on only when it is told to, and the model of Redis.
//
// Why the model, and not bytes that a Redis has sent, out of a file: what changes the library's commands is
// what one most wants to compare with before, and a file would fit those of before only. That the model's
// bytes are Redis's is looked at apart from this, by answers.py. Why no sockets: whether two packets wake a
// loop once or twice would be the kernel's choice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

#include <clamator/redis/client.hpp>
#include <clamator/redis/server.hpp>

#include "simulation/redis_model.hpp"

namespace bench::replay {

enum class side { client, server };

class lock_step {
 public:
  // Both are connected, and `window` calls are in flight from then on.
  explicit lock_step(std::size_t window);

  // Goes on until so many more calls have ended.
  void warm_up(std::uint64_t calls);
  // The same, and counts what the loop of one side does. Returns how many have ended.
  std::uint64_t count(side which, std::uint64_t calls);

 private:
  void connect();
  boost::asio::awaitable<void> call_for_ever();
  // Each side takes a turn.
  void round();
  // Runs what is ready, and Redis does what was sent meanwhile.
  void turn(boost::asio::io_context& loop);
  // Returns whether anything was sent.
  bool serve();
  void pass_time();

  clamator::simulation::redis_model redis_;
  boost::asio::io_context calling_{1};
  boost::asio::io_context serving_{1};
  std::unique_ptr<clamator::redis::client> client_;
  std::unique_ptr<clamator::redis::server> server_;
  std::uint64_t ended_ = 0;
  std::uint64_t ended_before_ = 0;
  int turns_without_end_ = 0;
};

}  // namespace bench::replay
