// How the programs of the soak are told what to do: lines on their standard input.
#pragma once

#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

namespace clamator::soak {

namespace asio = boost::asio;

class standard_input {
 public:
  explicit standard_input(const asio::any_io_executor& executor);

  // The next line without its end; empty where there are no more.
  asio::awaitable<std::string> line();

 private:
  asio::posix::stream_descriptor input_;
  std::string text_;
};

// A line on standard output, at once.
void tell(const std::string& line);

}  // namespace clamator::soak
