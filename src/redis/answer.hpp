// What Redis answered to one command, kept.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <clamator/redis/resp/reply.hpp>

namespace clamator::redis::detail {

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

}  // namespace clamator::redis::detail
