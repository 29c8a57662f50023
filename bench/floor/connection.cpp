#include "connection.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include <poll.h>

namespace bench_floor {

connection::connection(int port) : context_(redisConnect("127.0.0.1", port)) {
  if (!context_) throw std::runtime_error("connect: out of memory");
  if (context_->err != 0) throw std::runtime_error(std::string("connect: ") + context_->errstr);
}

void connection::append(std::span<const std::string_view> arguments) {
  texts_.clear();
  sizes_.clear();
  for (std::string_view argument : arguments) {
    texts_.push_back(argument.data());
    sizes_.push_back(argument.size());
  }
  if (redisAppendCommandArgv(context_.get(), static_cast<int>(texts_.size()), texts_.data(), sizes_.data()) !=
      REDIS_OK) {
    throw std::runtime_error(std::string("append: ") + context_->errstr);
  }
}

void connection::append(std::initializer_list<std::string_view> arguments) {
  append(std::span(arguments.begin(), arguments.size()));
}

reply_ptr connection::read() {
  void* answer = nullptr;
  if (redisGetReply(context_.get(), &answer) != REDIS_OK) {
    throw std::runtime_error(std::string("read: ") + context_->errstr);
  }
  reply_ptr reply(static_cast<redisReply*>(answer));
  if (reply->type == REDIS_REPLY_ERROR) throw std::runtime_error(std::string(text_of(*reply)));
  return reply;
}

bool connection::readable_until(std::chrono::steady_clock::time_point until) {
  for (int done = 0; done == 0;) {
    if (redisBufferWrite(context_.get(), &done) != REDIS_OK) {
      throw std::runtime_error(std::string("write: ") + context_->errstr);
    }
  }
  const auto left =
      std::max(until - std::chrono::steady_clock::now(), std::chrono::steady_clock::duration(0));
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(left);
  const timespec longest{static_cast<time_t>(seconds.count()),
                         static_cast<long>(std::chrono::nanoseconds(left - seconds).count())};
  pollfd waiting{context_->fd, POLLIN, 0};
  const int ready = ::ppoll(&waiting, 1, &longest, nullptr);
  if (ready < 0) throw std::runtime_error("ppoll failed");
  return ready != 0;
}

void connection::read_all(std::size_t answers) {
  for (; answers != 0; --answers) read();
}

std::span<redisReply* const> entries_of(const redisReply& answer) {
  if (answer.type != REDIS_REPLY_ARRAY || answer.elements == 0) return {};
  const redisReply& entries = *answer.element[0]->element[1];
  return {entries.element, entries.elements};
}

std::string_view field_of(const redisReply& entry, std::string_view field) {
  const redisReply& fields = *entry.element[1];
  for (std::size_t i = 0; i + 1 < fields.elements; i += 2) {
    if (text_of(*fields.element[i]) == field) return text_of(*fields.element[i + 1]);
  }
  return {};
}

}  // namespace bench_floor
