// What event loops ask of the kernel, in this process: sockets to the modelled Redis, timers that follow
// virtual time, and which of them are ready. So nothing of a schedule depends on anything outside, and most
// of its time does not go into system calls.
//
// The program defines the functions that Asio uses for this, in front of the C library's.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <boost/asio/io_context.hpp>

#include "simulation/virtual_time.hpp"

namespace clamator::simulation {

// A connection, as its far end has it: that of Redis.
class far_end {
 public:
  virtual ~far_end() = default;
  // What was sent since this was last asked.
  virtual std::string take() = 0;
  // Whether either end has closed it.
  virtual bool over() const = 0;
  virtual void send(std::string_view bytes) = 0;
  virtual void close() = 0;
};

class kernel {
 public:
  // Whether somebody listens: where not, connections are refused.
  static void listen(bool listening) noexcept;
  // Connections that were made since this was last asked, in their order.
  static std::vector<std::shared_ptr<far_end>> accept();
  // Those on which something was sent, or which were closed, since this was last asked.
  static std::vector<far_end*> heard();
};

// The events of a context that has just been made.
class loop_events {
 public:
  explicit loop_events(boost::asio::io_context& context);

  // When its first timer is due; time_point::max() where none is set.
  time_point next_timer() const noexcept;

 private:
  int epoll_;
};

}  // namespace clamator::simulation
