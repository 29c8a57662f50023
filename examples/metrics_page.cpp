// An observer of one's own: what happens, as a page that Prometheus reads.
#include <chrono>
#include <iostream>
#include <map>
#include <mutex>
#include <sstream>

#include <boost/asio/use_future.hpp>

#include <clamator/memory/client.hpp>
#include <clamator/memory/server.hpp>
#include <clamator/rpc/io_thread.hpp>
#include <clamator/rpc/observer.hpp>

#include "arith.hpp"

using namespace arith;

class metrics_page : public clamator::observer {
 public:
  void happened(const clamator::occurrence& what) noexcept override {
    std::string labels =
        "{event=\"" + std::string(to_string(what.what)) + "\",service=\"" + std::string(what.service) + "\"}";
    const std::lock_guard lock(mutex_);
    series& each = series_[std::move(labels)];
    each.times += what.times;
    each.seconds += std::chrono::duration<double>(what.took).count();
  }

  std::string text() const {
    std::ostringstream page;
    const std::lock_guard lock(mutex_);
    for (const auto& [labels, each] : series_) {
      page << "clamator_events_total" << labels << ' ' << each.times << '\n';
      page << "clamator_seconds_total" << labels << ' ' << each.seconds << '\n';
    }
    return page.str();
  }

 private:
  struct series {
    std::uint64_t times = 0;
    double seconds = 0;
  };
  mutable std::mutex mutex_;
  std::map<std::string, series> series_;
};

int main() try {
  const auto wait = boost::asio::use_future;
  clamator::io_thread io;
  const auto page = std::make_shared<metrics_page>();
  const clamator::memory::bus bus;

  clamator::service service{"arith"};
  service.handle(methods::add, [](const AddParams& p) { return AddResult{p.a + p.b}; });
  clamator::memory::server server{io.get_executor(), bus, {.observer = page}};
  server.register_service(std::move(service));
  server.start(wait).get();
  clamator::memory::client client{io.get_executor(), bus, {.observer = page}};
  client.start(wait).get();
  client.call(methods::add, AddParams{1, 2}, {}, wait).get();

  std::cout << page->text();
  const bool counted =
      page->text().find(R"(clamator_events_total{event="call_completed",service="arith"} 1)") !=
      std::string::npos;
  client.stop(wait).get();
  server.stop(wait).get();
  return counted ? 0 : 1;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
