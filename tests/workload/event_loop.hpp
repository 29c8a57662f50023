// An event loop on threads of its own that must end by itself.
#pragma once

#include <optional>
#include <thread>
#include <vector>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

namespace clamator::test {

namespace asio = boost::asio;

// Clients and servers that were stopped leave nothing behind in their context: the destructor waits for run()
// to return and fails the test where it does not.
class event_loop {
 public:
  explicit event_loop(std::size_t threads = 1);
  ~event_loop();
  event_loop(const event_loop&) = delete;
  event_loop& operator=(const event_loop&) = delete;

  asio::any_io_executor get_executor() { return context_.get_executor(); }
  // Waits for the end, and says whether it came by itself.
  bool end();

 private:
  asio::io_context context_;
  asio::executor_work_guard<asio::io_context::executor_type> work_;
  std::vector<std::thread> threads_;
};

}  // namespace clamator::test
