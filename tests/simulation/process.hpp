// A process of the simulation: event loops that go on only when the schedule says so, and that stand still or
// are gone without having been asked.
#pragma once

#include <list>
#include <string>

#include <boost/asio/io_context.hpp>

#include "simulation/kernel.hpp"

namespace clamator::simulation {

class process {
 public:
  process(int id, std::string name);
  ~process();
  process(const process&) = delete;
  process& operator=(const process&) = delete;

  int id() const noexcept { return id_; }  // what its connections belong to
  const std::string& name() const noexcept { return name_; }
  boost::asio::io_context& context() noexcept { return context_; }

  // Runs what is ready.
  void poll();
  // When its first timer is due.
  time_point next_timer() const;

  void freeze() noexcept { frozen_ = true; }
  void thaw() noexcept { frozen_ = false; }
  bool frozen() const noexcept { return frozen_; }

  // Another loop of the process that is running, as if on a thread of its own.
  static void adopt(boost::asio::io_context& context);
  static void disown(const boost::asio::io_context& context);

 private:
  struct loop {
    explicit loop(boost::asio::io_context& its) : context(&its), events(its) {}
    boost::asio::io_context* context;
    loop_events events;
  };

  int id_;
  std::string name_;
  boost::asio::io_context context_{1};
  std::list<loop> loops_;
  bool frozen_ = false;
};

}  // namespace clamator::simulation
