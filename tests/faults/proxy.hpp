// The network between our connections and Redis, as bad as a test wants it.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

namespace clamator::test {

namespace asio = boost::asio;

// Listens on a loopback port, and passes on what comes to a Redis and what that answers, on a thread of its
// own. All functions may be called from any other thread, and have taken effect when they return.
class proxy {
 public:
  enum class towards { redis, us };

  explicit proxy(std::uint16_t redis_port);
  ~proxy();
  proxy(const proxy&) = delete;
  proxy& operator=(const proxy&) = delete;

  std::string url() const;

  // Where connections lead that are made from now on.
  void lead_to(std::uint16_t redis_port);
  // Breaks all connections with an RST to either side.
  void reset();
  // Nothing passes any more and nobody is told; new connections are accepted and left without a word. After
  // release() what came meanwhile goes on.
  void hold();
  // The same for the connections that are there; new ones are served.
  void hold_present();
  void release();
  // From now on each byte goes by itself.
  void slice();
  // From now on each piece is so much later, in either direction; what comes behind it waits.
  void delay(std::chrono::milliseconds time);
  // Counts what passes in that direction on all connections together from now on, and breaks the one whose
  // turn it is instead of passing on the byte after so many.
  void cut_after(towards side, std::size_t bytes);
  // Whether that has been done.
  bool was_cut();
  // How many bytes have come that go there, since the last count().
  void count();
  std::size_t passed(towards side);

 private:
  struct link;
  using socket = asio::ip::tcp::socket;

  template <class Function>
  auto on_thread(Function function) {
    const auto task = std::make_shared<std::packaged_task<decltype(function())()>>(std::move(function));
    auto result = task->get_future();
    asio::post(context_, [task] { (*task)(); });
    return result.get();
  }

  asio::awaitable<void> accept();
  asio::awaitable<void> serve(std::shared_ptr<link> made);
  asio::awaitable<void> pump(std::shared_ptr<link> over, towards side);
  asio::awaitable<void> wait_released(std::shared_ptr<link> over);
  std::size_t allowed(towards side, std::size_t bytes);
  std::vector<std::shared_ptr<link>> living();

  asio::io_context context_{1};
  asio::ip::tcp::acceptor acceptor_{context_, {asio::ip::address_v4::loopback(), 0}};
  const std::uint16_t port_ = acceptor_.local_endpoint().port();
  std::uint16_t redis_port_;
  std::vector<std::weak_ptr<link>> links_;
  std::vector<std::weak_ptr<asio::steady_timer>> held_;
  bool holding_ = false;
  bool slicing_ = false;
  std::chrono::milliseconds delay_{0};
  bool cutting_ = false;
  bool cut_done_ = false;
  towards cut_side_ = towards::redis;
  std::size_t cut_left_ = 0;
  std::array<std::size_t, 2> passed_{};
  std::thread thread_;
};

}  // namespace clamator::test
