// A stream entry as Redis answers it: [id, [field, value, ...]].
#pragma once

#include <string_view>

#include <clamator/redis/resp/reply.hpp>

namespace clamator::redis::detail {

class entry_view {
 public:
  explicit entry_view(resp::reply_view entry) noexcept : id_(entry.first()), fields_(id_.next()) {}

  std::string_view id() const noexcept { return id_.text(); }
  // Redis 6.2 answers a deleted entry that is still pending without fields.
  bool deleted() const noexcept { return !fields_.is_array(); }

  // The value of the first field of that name; empty where there is none.
  std::string_view field(std::string_view name) const noexcept {
    for (resp::reply_view at = fields_.first(); !at.is_null(); at = at.next().next()) {
      if (at.text() == name) return at.next().text();
    }
    return {};
  }

 private:
  resp::reply_view id_;
  resp::reply_view fields_;
};

}  // namespace clamator::redis::detail
