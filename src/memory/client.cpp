#include <limits>

#include <clamator/memory/client.hpp>
#include <clamator/protocol/reply.hpp>

#include "memory/exchange.hpp"

namespace clamator::memory {
namespace {

class transport final : public client_transport {
 public:
  transport(std::shared_ptr<detail::exchange> bus, const client_options& options)
      : bus_(std::move(bus)),
        identity_(std::make_shared<const detail::caller_identity>(detail::caller_identity{
            options.name, options.instance_id.empty() ? call_id::random().text() : options.instance_id})) {}

  asio::awaitable<void> start(asio::any_io_executor strand, client_sink& sink) override {
    route_ = std::make_shared<detail::reply_route>(std::move(strand), sink);
    co_return;
  }

  asio::awaitable<void> stop() override {
    if (route_) route_->close();
    co_return;
  }

  bool send(const outgoing& message) override {
    auto request = std::make_unique<detail::memory_delivery>(message, identity_, route_);
    const queue_place place = bus_->next_place();
    request->place = place;
    request->origin.deadline = std::chrono::steady_clock::now() + message.time_left;
    // Told first: whoever sees the handler begin may stop this client, which withdraws what has a place.
    route_->accepted(message, place);
    const bool served = bus_->deliver(message.service, std::move(request));
    if (!served && message.expects_reply) answer_unknown(message.id);
    return true;
  }

  void withdraw(const call_id& id, std::string_view service, const queue_place& place, bool cancel) override {
    route_->withdrawn(id, bus_->withdraw(service, place, cancel));
  }

  bool waits_for_itself(std::string_view service, const asio::cancellation_slot& waiter) const override {
    return bus_->sole_handler(service, waiter);
  }

  std::string trouble() const override { return {}; }

 private:
  void answer_unknown(const call_id& id) {
    buffer reply;
    write_error(reply, "\"" + id.text() + "\"", error_code::method_not_found, "Method not found", nullptr);
    route_->reply(id, reply);
  }

  std::shared_ptr<detail::exchange> bus_;
  std::shared_ptr<const detail::caller_identity> identity_;
  std::shared_ptr<detail::reply_route> route_;
};

}  // namespace

client::client(const asio::any_io_executor& executor, const bus& which, client_options options)
    : clamator::client(executor, std::make_unique<transport>(which.exchange(), options),
                       {options.default_timeout, options.max_in_flight, options.max_depth,
                        clamator::detail::serialized(std::move(options.log)),
                        std::numeric_limits<std::size_t>::max(), false, std::move(options.observer)}) {}

}  // namespace clamator::memory
