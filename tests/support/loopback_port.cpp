#include "support/loopback_port.hpp"

#include <cerrno>
#include <random>
#include <stdexcept>
#include <system_error>

#include <netinet/in.h>
#include <sys/socket.h>

#include "support/unique_fd.hpp"

namespace clamator::test {
namespace {

// Linux gives 32768 and above to outgoing connections, and well-known services are below 10000.
constexpr std::uint16_t lowest = 10000, highest = 32767;

bool can_be_bound(std::uint16_t port) {
  const unique_fd socket{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
  if (!socket) throw std::system_error{errno, std::system_category(), "make a socket"};
  const int on = 1;
  ::setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return ::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

}  // namespace

std::uint16_t unused_loopback_port() {
  std::random_device random;
  std::uniform_int_distribution<std::uint16_t> ports{lowest, highest};
  for (int attempt = 0; attempt < 1000; ++attempt) {
    const std::uint16_t port = ports(random);
    if (can_be_bound(port)) return port;
  }
  throw std::runtime_error{"no free loopback port between 10000 and 32767 in 1000 attempts"};
}

}  // namespace clamator::test
