#include <limits>
#include <utility>

#include <clamator/memory/server.hpp>

#include "memory/exchange.hpp"

namespace clamator::memory {
namespace {

class transport final : public server_transport {
 public:
  transport(std::shared_ptr<detail::exchange> bus, std::shared_ptr<observer> watching)
      : bus_(std::move(bus)), observer_(std::move(watching)) {}
  // A server that goes with its execution context is not stopped, and the bus may live on.
  ~transport() override { withdraw(); }

  asio::awaitable<void> start(asio::any_io_executor, server_sink& sink) override {
    sink_ = &sink;
    added_.reserve(sink.services().size());
    for (std::size_t i = 0; i < sink.services().size(); ++i) {
      const std::string& name = sink.services()[i].name;
      bus_->add(name, sink, i, observer_.get());
      added_.push_back(name);
    }
    co_return;
  }

  asio::awaitable<void> stop_intake() override {
    withdraw();
    for (std::size_t i = 0; i < sink_->services().size(); ++i) {
      const auto unbegun = sink_->take_back(i);
      if (observer_ && !unbegun.empty()) {
        observer_->happened({.what = event::request_given_back,
                             .service = sink_->services()[i].name,
                             .times = unbegun.size()});
      }
      for (const auto& request : unbegun) {
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
  const std::shared_ptr<observer> observer_;
  server_sink* sink_ = nullptr;
  std::vector<std::string> added_;  // the services that are on the bus
};

}  // namespace

server::server(const asio::any_io_executor& executor, const bus& which, server_options options)
    : clamator::server(
          executor, std::make_unique<transport>(which.exchange(), options.observer),
          {options.shutdown_grace, options.max_depth, clamator::detail::serialized(std::move(options.log)),
           std::numeric_limits<std::size_t>::max(), options.observer}) {}

}  // namespace clamator::memory
