// The bus behind its handle: who serves what, and the way back to each client.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include <boost/asio/any_io_executor.hpp>

#include <clamator/protocol/buffer.hpp>
#include <clamator/rpc/client_transport.hpp>
#include <clamator/rpc/detail/weak_executor.hpp>
#include <clamator/rpc/observer.hpp>
#include <clamator/rpc/server_transport.hpp>

namespace clamator::memory::detail {

namespace asio = boost::asio;

// The way back to one client. Any thread; closed when the client stops.
class reply_route : public std::enable_shared_from_this<reply_route> {
 public:
  reply_route(asio::any_io_executor strand, client_sink& sink) : strand_(std::move(strand)), sink_(&sink) {}

  // All that come before the client gets to them are handed over together.
  void reply(const call_id& id, buffer& envelope);
  // On the strand, within the call that sends it; a notification ends with that, for which it is told later.
  void accepted(const outgoing& message, const queue_place& place);
  void withdrawn(const call_id& id, bool before_it_began);
  void refused(const call_id& id, std::string reason);
  // On the strand.
  void close() noexcept { sink_ = nullptr; }

 private:
  struct arrived {
    explicit arrived(const call_id& of) : id(of) {}
    call_id id;
    buffer envelope;
  };

  void hand_over();

  clamator::detail::weak_executor strand_;
  client_sink* sink_;
  std::mutex mutex_;  // of the next two
  std::vector<arrived> arrived_;
  bool scheduled_ = false;
  std::vector<arrived> handed_over_;  // empty but for that time: its memory is used again
};

class exchange {
 public:
  // Throws usage_error where a service of that name is served already. `watching` lives until remove(), where
  // it is not null.
  void add(const std::string& service, server_sink& sink, std::size_t index, observer* watching);
  void remove(const std::string& service);
  // False where nobody serves it.
  bool deliver(std::string_view service, std::unique_ptr<delivery> request);
  // Takes back what no handler has begun; false where one has. With `cancel` that one's signal is emitted.
  bool withdraw(std::string_view service, const queue_place& place, bool cancel);
  // Names the next request.
  queue_place next_place() noexcept { return {0, ++last_place_}; }
  // Whether whoever has `waiter` is the service's only handler that may run at a time. False where nobody
  // serves it.
  bool sole_handler(std::string_view service, const asio::cancellation_slot& waiter);

 private:
  struct endpoint {
    server_sink* sink;
    std::size_t index;
    observer* watching;
  };

  // Held while delivering, so that a server that stops is not delivered to any more once remove() is back.
  std::mutex mutex_;
  std::atomic<std::uint64_t> last_place_ = 0;
  std::map<std::string, endpoint, std::less<>> services_;
};

// Who a client is.
struct caller_identity {
  std::string name;
  std::string instance_id;
};

// A request on the bus.
class memory_delivery final : public delivery {
 public:
  memory_delivery(const outgoing& message, std::shared_ptr<const caller_identity> from,
                  std::weak_ptr<reply_route> route)
      : id_(message.id), from_(std::move(from)), route_(std::move(route)) {
    text_.append(message.envelope);
    envelope = text_.view();
    origin.caller = from_->name;
    if (message.expects_reply) origin.caller_instance = from_->instance_id;
  }
  void finish(std::string_view reply) override;
  void finish_large(buffer& reply) override;
  // It will not run.
  void refuse(std::string reason);

 private:
  const call_id id_;
  buffer text_;
  const std::shared_ptr<const caller_identity> from_;
  const std::weak_ptr<reply_route> route_;
};

}  // namespace clamator::memory::detail
