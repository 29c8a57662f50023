// One command, awaited: for all that is not on the hot path.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/asio/awaitable.hpp>

#include <clamator/redis/resp/reply.hpp>

namespace clamator::redis::detail {

namespace asio = boost::asio;
class connection_core;

// An answer that outlives the receive buffer.
struct answer {
  answer() = default;
  explicit answer(resp::reply_view reply);

  bool is_error() const noexcept { return type == resp::kind::error; }
  bool is_null() const noexcept { return type == resp::kind::null; }
  // The error's first word: "NOGROUP", "NOPERM"; empty where it is no error.
  std::string_view error_code() const noexcept;

  resp::kind type = resp::kind::null;
  std::string text;
  std::int64_t integer = 0;
  std::vector<answer> items;
};

// Sends one command and completes with its answer, which may be an error. Throws
// transport_error(connection_lost) where none will come. Any strand.
asio::awaitable<answer> execute(std::shared_ptr<connection_core> connection,
                                std::vector<std::string> arguments);

// The same with several that must follow each other directly. The answer is the last one's, or the first
// error.
asio::awaitable<answer> execute_group(std::shared_ptr<connection_core> connection,
                                      std::vector<std::vector<std::string>> commands);

}  // namespace clamator::redis::detail
