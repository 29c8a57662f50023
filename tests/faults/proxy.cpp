#include "faults/proxy.hpp"

#include <algorithm>

#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

namespace clamator::test {
namespace {

using boost::system::error_code;
using tcp = asio::ip::tcp;

}  // namespace

struct proxy::link {
  explicit link(asio::io_context& context) : ours(context), redis(context) {}

  void close() {
    error_code ignored;
    ours.close(ignored);
    redis.close(ignored);
  }
  // What is not read yet by the other side is lost, and it is told so.
  void reset() {
    error_code ignored;
    ours.set_option(asio::socket_base::linger(true, 0), ignored);
    redis.set_option(asio::socket_base::linger(true, 0), ignored);
    close();
  }

  socket ours;
  socket redis;
  bool held = false;
};

proxy::proxy(std::uint16_t redis_port) : redis_port_(redis_port) {
  asio::co_spawn(context_, accept(), asio::detached);
  thread_ = std::thread([this] { context_.run(); });
}

proxy::~proxy() {
  context_.stop();
  thread_.join();
}

std::string proxy::url() const {
  return "redis://127.0.0.1:" + std::to_string(port_);
}

void proxy::lead_to(std::uint16_t redis_port) {
  on_thread([this, redis_port] { redis_port_ = redis_port; });
}

void proxy::reset() {
  on_thread([this] {
    for (const auto& each : living()) each->reset();
  });
}

void proxy::hold() {
  on_thread([this] { holding_ = true; });
}

void proxy::hold_present() {
  on_thread([this] {
    for (const auto& each : living()) each->held = true;
  });
}

void proxy::release() {
  on_thread([this] {
    holding_ = false;
    for (const auto& each : living()) each->held = false;
    for (const auto& each : held_)
      if (const auto timer = each.lock()) timer->cancel();
    held_.clear();
  });
}

void proxy::slice() {
  on_thread([this] { slicing_ = true; });
}

void proxy::delay(std::chrono::milliseconds time) {
  on_thread([this, time] { delay_ = time; });
}

void proxy::cut_after(towards side, std::size_t bytes) {
  on_thread([this, side, bytes] {
    cutting_ = true;
    cut_done_ = false;
    cut_side_ = side;
    cut_left_ = bytes;
  });
}

void proxy::count() {
  on_thread([this] { passed_ = {}; });
}

std::size_t proxy::passed(towards side) {
  return on_thread([this, side] { return passed_[static_cast<std::size_t>(side)]; });
}

bool proxy::was_cut() {
  return on_thread([this] { return cut_done_; });
}

asio::awaitable<void> proxy::accept() {
  for (;;) {
    const auto made = std::make_shared<link>(context_);
    error_code failed;
    co_await acceptor_.async_accept(made->ours, asio::redirect_error(asio::use_awaitable, failed));
    if (failed) co_return;
    links_.push_back(made);
    asio::co_spawn(context_, serve(made), asio::detached);
  }
}

asio::awaitable<void> proxy::serve(std::shared_ptr<link> made) {
  co_await wait_released(made);
  error_code failed;
  const tcp::endpoint redis(asio::ip::address_v4::loopback(), redis_port_);
  co_await made->redis.async_connect(redis, asio::redirect_error(asio::use_awaitable, failed));
  if (failed) co_return made->reset();
  made->ours.set_option(tcp::no_delay(true), failed);
  made->redis.set_option(tcp::no_delay(true), failed);
  asio::co_spawn(context_, pump(made, towards::redis), asio::detached);
  asio::co_spawn(context_, pump(made, towards::us), asio::detached);
}

asio::awaitable<void> proxy::pump(std::shared_ptr<link> over, towards side) {
  socket& from = side == towards::redis ? over->ours : over->redis;
  socket& to = side == towards::redis ? over->redis : over->ours;
  std::array<char, 65536> bytes;
  error_code failed;
  while (!failed) {
    const std::size_t count =
        co_await from.async_read_some(asio::buffer(bytes), asio::redirect_error(asio::use_awaitable, failed));
    if (failed) break;
    co_await wait_released(over);
    if (delay_.count() > 0) {
      asio::steady_timer later(context_, delay_);
      co_await later.async_wait(asio::redirect_error(asio::use_awaitable, failed));
    }
    const std::size_t passing = allowed(side, count);
    for (std::size_t sent = 0; sent < passing && !failed;) {
      const std::size_t piece = slicing_ ? 1 : passing - sent;
      const auto next = asio::buffer(bytes.data() + sent, piece);
      co_await asio::async_write(to, next, asio::redirect_error(asio::use_awaitable, failed));
      sent += piece;
    }
    if (passing < count) co_return over->reset();
  }
  // Where nothing passes, nobody is told of an end either.
  co_await wait_released(over);
  over->close();
}

asio::awaitable<void> proxy::wait_released(std::shared_ptr<link> over) {
  while (holding_ || over->held) {
    const auto timer = std::make_shared<asio::steady_timer>(context_, asio::steady_timer::time_point::max());
    held_.push_back(timer);
    error_code canceled;
    co_await timer->async_wait(asio::redirect_error(asio::use_awaitable, canceled));
  }
}

// How many of these bytes may pass, which are counted.
std::size_t proxy::allowed(towards side, std::size_t bytes) {
  passed_[static_cast<std::size_t>(side)] += bytes;
  if (!cutting_ || side != cut_side_) return bytes;
  const std::size_t passing = std::min(bytes, cut_left_);
  cut_left_ -= passing;
  if (passing < bytes) {
    cutting_ = false;
    cut_done_ = true;
  }
  return passing;
}

std::vector<std::shared_ptr<proxy::link>> proxy::living() {
  std::vector<std::shared_ptr<link>> found;
  for (const auto& each : links_)
    if (auto one = each.lock()) found.push_back(std::move(one));
  links_.assign(found.begin(), found.end());
  return found;
}

}  // namespace clamator::test
