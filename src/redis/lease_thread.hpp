// The event loop of leases, on a thread of its own. Apart from who uses it, so that a program that decides by
// itself which thread goes on when can have another one in its place.
#pragma once

#include <thread>

#include <boost/asio/io_context.hpp>

namespace clamator::redis::detail {

class lease_thread {
 public:
  lease_thread();
  // Ends it.
  ~lease_thread();
  lease_thread(const lease_thread&) = delete;
  lease_thread& operator=(const lease_thread&) = delete;

  boost::asio::io_context& context() noexcept { return context_; }
  void begin();
  // Returns when the thread has gone. What is left in the context may be polled then.
  void end();

 private:
  boost::asio::io_context context_{1};
  std::thread thread_;
};

}  // namespace clamator::redis::detail
