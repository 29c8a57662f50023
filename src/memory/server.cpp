#include <clamator/memory/server.hpp>

#include "memory/exchange.hpp"

namespace clamator::memory {
namespace {

class transport final : public server_transport {
 public:
  explicit transport(std::shared_ptr<detail::exchange> bus) : bus_(std::move(bus)) {}

  asio::awaitable<void> start(asio::any_io_executor, server_sink& sink) override {
    sink_ = &sink;
    for (std::size_t i = 0; i < sink.services().size(); ++i) {
      bus_->add(sink.services()[i].name, sink, i);
      ++added_;
    }
    co_return;
  }

  asio::awaitable<void> stop_intake() override {
    withdraw();
    for (std::size_t i = 0; i < sink_->services().size(); ++i) {
      for (const auto& request : sink_->take_back(i)) {
        static_cast<detail::memory_delivery&>(*request).refuse(
            "the server stopped before it began this request");
      }
    }
    co_return;
  }

  asio::awaitable<void> stop() override {
    withdraw();
    co_return;
  }

 private:
  void withdraw() {
    while (added_ > 0) bus_->remove(sink_->services()[--added_].name);
  }

  std::shared_ptr<detail::exchange> bus_;
  server_sink* sink_ = nullptr;
  std::size_t added_ = 0;  // how many of the sink's services are on the bus
};

}  // namespace

server::server(const asio::any_io_executor& executor, const bus& which, server_options options)
    : clamator::server(
          executor, std::make_unique<transport>(which.exchange()),
          {options.shutdown_grace, options.max_depth, clamator::detail::serialized(std::move(options.log))}) {
}

}  // namespace clamator::memory
