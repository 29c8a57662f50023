// What the suite needs of a transport. To have one of your own tested, write a file like
// memory_transport.cpp: a class that makes clients and servers, and one `conforming` that says its name and
// its differences. Nothing else is to be changed; every test then runs over it as well.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <clamator/rpc/client.hpp>
#include <clamator/rpc/observer.hpp>
#include <clamator/rpc/server.hpp>

namespace clamator::test {

// The options that clients and servers have over any transport.
struct client_needs {
  std::chrono::milliseconds default_timeout{30'000};
  std::size_t max_in_flight = 1024;
  std::string caller = {};  // what handlers see as call_context::caller()
  std::shared_ptr<clamator::observer> observer = {};
};
struct server_needs {
  std::chrono::milliseconds shutdown_grace{5'000};
  std::shared_ptr<clamator::observer> observer = {};
};

// One place where clients and servers meet, that no other test knows: a bus, a Redis, a socket. It outlives
// the clients and servers that it made. The suite has one server at a time in it, which it starts before the
// clients, and any number of clients.
class transport {
 public:
  virtual ~transport() = default;

  // Not started. Throw usage_error for a need that is out of range.
  virtual clamator::client make_client(const asio::any_io_executor& executor, const client_needs& needs) = 0;
  virtual clamator::server make_server(const asio::any_io_executor& executor, const server_needs& needs) = 0;

  // Whose start() cannot succeed. Only where transport_kind::may_not_connect.
  virtual clamator::client make_lost_client(const asio::any_io_executor& executor);
  virtual clamator::server make_lost_server(const asio::any_io_executor& executor);
};

// A transport and what its users see that others' users do not.
struct transport_kind {
  std::string name;                                  // letters, digits and _, as GoogleTest wants it
  std::function<std::unique_ptr<transport>()> make;  // a new one for each test

  // How a call ends that nobody serves, in the words of ending.hpp.
  std::string unserved_ends;
  // Whether handlers see who called as call_context::caller_instance().
  bool tells_caller_instance = false;
  // What becomes of requests that a server has not begun when it stops: the next server gets them, or they
  // end as "refused".
  bool hands_over = false;
  // Whether a request that nobody waits for any more is taken back, or its handler cancelled.
  bool withdraws = false;
  // Whether there is anything that start() could fail to reach.
  bool may_not_connect = false;
};

// Adds a kind to the suite: one constant at namespace scope in a file of the test program.
class conforming {
 public:
  explicit conforming(transport_kind kind);
};

// All kinds, by name, those of them that may not connect, and those that withdraw. Complete when main()
// begins.
std::vector<transport_kind> all_transports();
std::vector<transport_kind> transports_that_connect();
std::vector<transport_kind> transports_that_withdraw();

}  // namespace clamator::test
