#include "soak/standard_input.hpp"

#include <cstdio>

#include <boost/asio/buffer.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <unistd.h>

namespace clamator::soak {

standard_input::standard_input(const asio::any_io_executor& executor)
    : input_(executor, ::dup(STDIN_FILENO)) {}

asio::awaitable<std::string> standard_input::line() {
  boost::system::error_code error;
  const std::size_t size = co_await asio::async_read_until(input_, asio::dynamic_buffer(text_), '\n',
                                                           asio::redirect_error(asio::use_awaitable, error));
  if (error) co_return std::string();
  std::string line = text_.substr(0, size - 1);
  text_.erase(0, size);
  co_return line;
}

void tell(const std::string& line) {
  std::puts(line.c_str());
  std::fflush(stdout);
}

}  // namespace clamator::soak
