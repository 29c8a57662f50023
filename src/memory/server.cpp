#include <utility>

#include <clamator/memory/server.hpp>

#include "memory/exchange.hpp"

namespace clamator::memory {
namespace {

class transport final : public server_transport {
 public:
  explicit transport(std::shared_ptr<detail::exchange> bus) : bus_(std::move(bus)) {}
  // A server that goes with its execution context is not stopped, and the bus may live on.
  ~transport() override { withdraw(); }

  asio::awaitable<void> start(asio::any_io_executor, server_sink& sink) override {
    sink_ = &sink;
    added_.reserve(sink.services().size());
    for (std::size_t i = 0; i < sink.services().size(); ++i) {
      const std::string& name = sink.services()[i].name;
      bus_->add(name, sink, i);
      added_.push_back(name);
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
    for (const std::string& name : std::exchange(added_, {})) bus_->remove(name);
  }

  std::shared_ptr<detail::exchange> bus_;
  server_sink* sink_ = nullptr;
  std::vector<std::string> added_;  // the services that are on the bus
};

}  // namespace

server::server(const asio::any_io_executor& executor, const bus& which, server_options options)
    : clamator::server(
          executor, std::make_unique<transport>(which.exchange()),
          {options.shutdown_grace, options.max_depth, clamator::detail::serialized(std::move(options.log))}) {
}

}  // namespace clamator::memory
