// A request from a stream, on its way through a server.
#pragma once

#include <memory>
#include <string_view>

#include <clamator/protocol/buffer.hpp>
#include <clamator/protocol/recycled_memory.hpp>
#include <clamator/rpc/delivery.hpp>

#include "redis/entry.hpp"
#include "redis/service_lane.hpp"
#include "redis/stream_id.hpp"

namespace clamator::redis::detail {

// Gives itself up where it is destroyed unfinished. Any thread.
class redis_delivery final : public clamator::detail::recycled, public delivery {
 public:
  // Copies what it needs of the answer that `found` points into, but for the envelope where that stands in
  // `received`. `reply_to` is where it is answered, or empty; what follows `reply_prefix` in it is the
  // caller's instance id.
  redis_delivery(std::shared_ptr<service_lane> lane, stream_id id, const entry& found,
                 std::string_view reply_to, std::size_t reply_prefix,
                 std::shared_ptr<const buffer> received = nullptr)
      : lane_(std::move(lane)), id_(id), received_(std::move(received)) {
    texts_.reserve(reply_to.size() + found.from.size() + (received_ ? 0 : found.envelope.size()));
    const auto keep = [this](std::string_view text) {
      texts_.append(text);
      return texts_.view().substr(texts_.size() - text.size());
    };
    reply_to_ = keep(reply_to);
    place = id.place();
    envelope = received_ ? found.envelope : keep(found.envelope);
    origin.caller = keep(found.from);
    if (!reply_to_.empty()) origin.caller_instance = reply_to_.substr(reply_prefix);
  }
  ~redis_delivery() override {
    if (!finished_) lane_->given_up(id_, this);
  }
  stream_id id() const noexcept { return id_; }
  void finish(std::string_view reply) override {
    lane_->finished({id_, reply.empty() ? std::string_view() : reply_to_, reply});
    finished_ = true;
  }
  void finish_large(buffer& reply) override {
    if (reply_to_.empty()) return finish(reply.view());
    lane_->finished({id_, reply_to_, reply.view(), &reply});
    finished_ = true;
  }
  void reject(std::string_view reply, std::string_view reason) override {
    rejected_request request;
    request.id = id_;
    request.reason = reason;
    request.attempts = origin.delivery_count;
    if (!reply.empty()) request.reply_to = reply_to_;
    request.reply = reply;
    lane_->rejected(std::move(request));
    finished_ = true;
  }

 private:
  const std::shared_ptr<service_lane> lane_;
  const stream_id id_;
  const std::shared_ptr<const buffer> received_;
  buffer texts_;  // what the views point to, if not into what was received
  std::string_view reply_to_;
  bool finished_ = false;
};

}  // namespace clamator::redis::detail
