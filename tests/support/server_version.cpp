// Starts the redis-server that the tests would start, and prints what it says it is: "Redis 7.0.15".
#include <exception>
#include <iostream>

#include "support/redis_server.hpp"

int main() try {
  std::cout << clamator::test::redis_server().version().text() << '\n';
} catch (const std::exception& error) {
  std::cerr << "server_version: " << error.what() << '\n';
  return 1;
}
