#include "memory/exchange.hpp"

#include <clamator/memory/bus.hpp>

namespace clamator::memory {

bus::bus() : exchange_(std::make_shared<detail::exchange>()) {}

namespace detail {

void reply_route::reply(const call_id& id, buffer& envelope) {
  {
    const std::lock_guard lock(mutex_);
    arrived_.emplace_back(id).envelope = std::move(envelope);
    if (std::exchange(scheduled_, true)) return;
  }
  try {
    strand_.post_behind([self = shared_from_this()] { self->hand_over(); });
  } catch (const std::bad_alloc&) {
    // The next one tries it again.
    const std::lock_guard lock(mutex_);
    scheduled_ = false;
    throw;
  }
}

void reply_route::hand_over() {
  {
    const std::lock_guard lock(mutex_);
    handed_over_.swap(arrived_);
    scheduled_ = false;
  }
  for (const arrived& each : handed_over_) {
    if (sink_ == nullptr) break;
    try {
      sink_->reply(each.envelope.view());
    } catch (const std::bad_alloc&) {
      sink_->doubtful(each.id, "out of memory");
    }
  }
  handed_over_.clear();
}

void reply_route::accepted(const outgoing& message, const queue_place& place) {
  if (message.expects_reply) {
    if (sink_ != nullptr) sink_->accepted(message.id, place);
    return;
  }
  strand_.dispatch([self = shared_from_this(), id = message.id, place] {
    if (self->sink_ != nullptr) self->sink_->accepted(id, place);
  });
}

void reply_route::withdrawn(const call_id& id, bool before_it_began) {
  strand_.dispatch([self = shared_from_this(), id, before_it_began] {
    if (self->sink_ == nullptr) return;
    before_it_began ? self->sink_->withdrawn(id) : self->sink_->begun(id);
  });
}

void reply_route::refused(const call_id& id, std::string reason) {
  strand_.dispatch([self = shared_from_this(), id, reason = std::move(reason)] {
    if (self->sink_ != nullptr) self->sink_->refused(id, reason);
  });
}

void exchange::add(const std::string& service, server_sink& sink, std::size_t index, observer* watching) {
  const std::lock_guard lock(mutex_);
  if (!services_.try_emplace(service, endpoint{&sink, index, watching}).second) {
    throw usage_error("service \"" + service +
                      "\" is served on this bus already: a memory bus has one server a service");
  }
}

void exchange::remove(const std::string& service) {
  const std::lock_guard lock(mutex_);
  services_.erase(service);
}

bool exchange::deliver(std::string_view service, std::unique_ptr<delivery> request) {
  const std::lock_guard lock(mutex_);
  const auto found = services_.find(service);
  if (found == services_.end()) return false;
  found->second.sink->deliver(found->second.index, std::move(request));
  return true;
}

bool exchange::withdraw(std::string_view service, const queue_place& place, bool cancel) {
  std::unique_ptr<delivery> taken;
  const std::lock_guard lock(mutex_);
  const auto found = services_.find(service);
  if (found == services_.end()) return false;
  const endpoint& server = found->second;
  taken = server.sink->take_back(server.index, place);
  if (taken && server.watching != nullptr)
    server.watching->happened({.what = event::request_cancelled, .service = found->first});
  if (!taken && cancel) server.sink->cancel(server.index, place, cancel_reason::unawaited);
  return taken != nullptr;
}

bool exchange::sole_handler(std::string_view service, const asio::cancellation_slot& waiter) {
  const std::lock_guard lock(mutex_);
  const auto found = services_.find(service);
  return found != services_.end() && found->second.sink->sole_handler(found->second.index, waiter);
}

void memory_delivery::finish(std::string_view reply) {
  const auto route = route_.lock();
  if (!route || reply.empty()) return;
  buffer kept;
  kept.append(reply);
  route->reply(id_, kept);
}

void memory_delivery::finish_large(buffer& reply) {
  if (const auto route = route_.lock()) route->reply(id_, reply);
}

void memory_delivery::refuse(std::string reason) {
  if (const auto route = route_.lock()) route->refused(id_, std::move(reason));
}

}  // namespace detail
}  // namespace clamator::memory
