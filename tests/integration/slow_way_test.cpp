// A way to Redis that is slower than a client writes, and so never at rest.
#include <deque>
#include <fstream>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_future.hpp>
#include <boost/asio/write.hpp>
#include <boost/json/object.hpp>
#include <unistd.h>

#include "over_redis.hpp"

namespace clamator::test {
namespace {

using asio::ip::tcp;
using boost::system::error_code;

// Of this process, in bytes.
std::size_t resident_memory() {
  std::size_t total = 0;
  std::size_t resident = 0;
  std::ifstream("/proc/self/statm") >> total >> resident;
  return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

// Passes a client's two connections on, at most 128 MB in a second towards Redis.
class slow_relay {
 public:
  explicit slow_relay(std::uint16_t redis_port) {
    accepting_ = std::thread([this, redis_port] {
      for (int i = 0; i < 2; ++i) {
        const auto here = std::make_shared<tcp::socket>(acceptor_.accept());
        const auto there = std::make_shared<tcp::socket>(context_);
        there->connect(tcp::endpoint(asio::ip::address_v4::loopback(), redis_port));
        ways_.emplace_back(pass, here, there, 1ms);
        ways_.emplace_back(pass, there, here, 0ms);
      }
    });
  }
  // Once the client has gone.
  ~slow_relay() {
    accepting_.join();
    for (std::thread& each : ways_) each.join();
  }
  std::string url() const { return "redis://127.0.0.1:" + std::to_string(acceptor_.local_endpoint().port()); }

 private:
  static void pass(const std::shared_ptr<tcp::socket>& from, const std::shared_ptr<tcp::socket>& to,
                   std::chrono::milliseconds pause) {
    std::vector<char> bytes(128 * 1024);
    error_code ended;
    while (!ended) {
      const std::size_t count = from->read_some(asio::buffer(bytes), ended);
      if (!ended) asio::write(*to, asio::buffer(bytes.data(), count), ended);
      if (count == bytes.size()) std::this_thread::sleep_for(pause);
    }
    error_code gone;
    to->shutdown(tcp::socket::shutdown_both, gone);
  }

  asio::io_context context_;
  tcp::acceptor acceptor_{context_, tcp::endpoint(asio::ip::address_v4::loopback(), 0)};
  std::thread accepting_;
  std::vector<std::thread> ways_;
};

class slow_way : public over_redis {};

// 400 MB go through it, of which 20 MB at most are under way.
TEST_F(slow_way, does_not_make_a_client_keep_what_it_has_written) {
  service big("big");
  big.handle_value("size", [](const boost::json::value& params) -> boost::json::value {
    return params.at("text").as_string().size();
  });
  running_server server(serving(), std::move(big));
  const slow_relay relay(redis.port());
  redis::client_options options = calling();
  options.connection.url = relay.url();
  running_client client(options);
  std::deque<std::future<boost::json::value>> begun;
  const boost::json::value params = boost::json::object{{"text", std::string(100'000, 'x')}};
  const auto send = [&] {
    begun.push_back((*client).call("big", "size", params, {.timeout = patience}, asio::use_future));
  };
  for (int i = 0; i < 200; ++i) send();
  [[maybe_unused]] const std::size_t before = resident_memory();
  for (int i = 0; i < 3800; ++i) {
    finished(std::move(begun.front()));
    begun.pop_front();
    send();
  }
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  EXPECT_LT(resident_memory(), before + (std::size_t{200} << 20));
#endif
  for (auto& each : begun) finished(std::move(each));
}

}  // namespace
}  // namespace clamator::test
