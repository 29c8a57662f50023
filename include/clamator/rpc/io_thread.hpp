// An event loop for programs that have none: a thread that runs an io_context.
//
//   clamator::io_thread io;
//   clamator::redis::client client{io.get_executor(), {.key_prefix = "my-app"}};
//   client.start(asio::use_future).get();
//   AddResult sum = client.call(add, {2, 3}, {}, asio::use_future).get();
#pragma once

#include <thread>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

#include <clamator/export.hpp>

namespace clamator {

namespace asio = boost::asio;

// Make it before the clients and servers that use it. The destructor stops the loop, also with work left, and
// joins the thread, so it must not run on that thread; stop clients and servers before. An exception that
// leaves a completion handler ends the program, as one that leaves any thread does.
class CLAMATOR_EXPORT io_thread {
 public:
  // Starts the thread, which waits for work. Throws std::system_error where there can be no more threads.
  io_thread();
  // Stops the loop and waits for the thread.
  ~io_thread();
  io_thread(const io_thread&) = delete;
  io_thread& operator=(const io_thread&) = delete;

  // What clients and servers are given.
  asio::any_io_executor get_executor() noexcept;
  // The loop itself, for timers, sockets and signals of one's own.
  asio::io_context& context() noexcept { return context_; }

 private:
  asio::io_context context_{1};
  asio::executor_work_guard<asio::io_context::executor_type> work_;
  std::thread thread_;
};

}  // namespace clamator
