#include "redis/answer.hpp"

namespace clamator::redis::detail {

answer::answer(resp::reply_view reply) : type(reply.type()), text(reply.text()), integer(reply.integer()) {
  items.reserve(reply.size());
  for (const resp::reply_view item : reply) items.emplace_back(item);
}

std::string_view answer::error_code() const noexcept {
  return is_error() ? std::string_view(text).substr(0, text.find(' ')) : std::string_view();
}

}  // namespace clamator::redis::detail
