#include <clamator/rpc/io_thread.hpp>

namespace clamator {

io_thread::io_thread() : work_(asio::make_work_guard(context_)), thread_([this] { context_.run(); }) {}

io_thread::~io_thread() {
  work_.reset();
  context_.stop();
  thread_.join();
}

asio::any_io_executor io_thread::get_executor() noexcept {
  return context_.get_executor();
}

}  // namespace clamator
