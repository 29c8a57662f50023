#include "redis/completion_batch.hpp"

#include <utility>

#include <clamator/redis/resp/command.hpp>

namespace clamator::redis::detail {

void completion_batch::add(const completion& finished, std::string_view middle) {
  item added{finished.id, commands_.size(), commands_.size(), 0, 0, finished.reply.size()};
  try {
    if (!finished.reply_to.empty()) {
      resp::append_array_header(commands_, 10);
      resp::append_bulk(commands_, "XADD");
      resp::append_bulk(commands_, finished.reply_to);
      added.stream_size = finished.reply_to.size();
      added.stream_at = commands_.size() - 2 - added.stream_size;  // before the line's end
      commands_.append(middle);
      if (finished.memory != nullptr) {
        resp::append_bulk_header(commands_, finished.reply.size());
      } else {
        resp::append_bulk(commands_, finished.reply);
      }
      added.end = commands_.size();
    }
    items_.push_back(added);
    if (finished.memory != nullptr) body_ = std::move(*finished.memory);
  } catch (...) {
    commands_.truncate(added.begin);
    throw;
  }
  answered_ += added.answered();
}

completion_batch completion_batch::only(const item& which) const {
  completion_batch alone;
  alone.commands_.append(commands_.view().substr(which.begin, which.end - which.begin));
  alone.items_.push_back(which);
  item& moved = alone.items_.front();
  moved.end -= which.begin;
  moved.stream_at -= which.answered() ? which.begin : 0;
  moved.begin = 0;
  alone.answered_ = which.answered();
  return alone;
}

void completion_batch::recycle() noexcept {
  items_.clear();
  commands_.recycle();
  body_ = buffer();
  answered_ = 0;
}

}  // namespace clamator::redis::detail
