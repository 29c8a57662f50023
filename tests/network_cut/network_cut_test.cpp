// A half-open link: both sides think that they are connected, and nothing gets through.
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <iostream>

#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include "over_redis.hpp"
#include "support/unique_fd.hpp"

namespace clamator::test {
namespace {

// The loopback device, which is down in a network that is new. What is sent while it is down is lost without
// an error.
class loopback {
 public:
  loopback() {
    std::strcpy(device_.ifr_name, "lo");
    request(SIOCGIFFLAGS);
    if ((device_.ifr_flags & IFF_UP) != 0) {
      std::cerr << "this is somebody's network: let ctest run this program in one of its own\n";
      std::exit(2);
    }
    up();
  }
  ~loopback() { down(); }
  loopback(const loopback&) = delete;
  loopback& operator=(const loopback&) = delete;

  void up() { set(static_cast<short>(device_.ifr_flags | IFF_UP)); }
  void down() { set(static_cast<short>(device_.ifr_flags & ~IFF_UP)); }

 private:
  void set(short flags) {
    device_.ifr_flags = flags;
    request(SIOCSIFFLAGS);
  }
  void request(unsigned long what) {
    if (::ioctl(socket_.get(), what, &device_) == 0) return;
    std::cerr << "the loopback device: " << std::strerror(errno) << '\n';
    std::exit(2);
  }

  const unique_fd socket_{::socket(AF_INET, SOCK_DGRAM, 0)};
  ifreq device_{};
};

// A base, since Redis needs it to start.
struct own_network {
  loopback link;
};

class network_cut : protected own_network, public over_redis {
 protected:
  redis::client_options calling_with(std::chrono::milliseconds command_timeout,
                                     std::chrono::milliseconds keepalive) {
    redis::client_options options = calling();
    options.connection.command_timeout = command_timeout;
    options.connection.keepalive = keepalive;
    return options;
  }

  // Cuts the link until the log has that line, and calls when it is there again.
  void expect_noticed(redis::client_options options, const std::string& line) {
    running_server server(serving(), work_service(journal.at_once()));
    running_client client(std::move(options));
    EXPECT_EQ(end_of(client.run(1)).how, "result");
    link.down();
    log.wait_for(line);
    link.up();
    EXPECT_EQ(end_of(client.run(2)).how, "result") << log.text();
  }
};

TEST_F(network_cut, of_an_idle_connection_is_noticed_by_keepalive) {
  expect_noticed(calling_with(60s, 3s), "lost: Connection timed out");
}

TEST_F(network_cut, of_one_that_waits_for_an_answer_is_noticed_by_the_watchdog) {
  expect_noticed(calling_with(1s, 60s), "lost: no answer for ");
}

}  // namespace
}  // namespace clamator::test
