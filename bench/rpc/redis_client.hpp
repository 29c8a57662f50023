// A client of the benchmark's services over Redis, and what it is to do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include <boost/asio/awaitable.hpp>

#include <clamator/redis/client.hpp>

#include "figures/cpu_meter.hpp"

namespace bench {

struct calling {
  int port = 0;
  clamator::redis::client_options options;
  std::string call = "add";     // or echo, work
  std::size_t window = 1;       // calls in flight
  double rate = 0;              // where it is more than 0: calls due each second, instead of a window
  double seconds = 2;           // counted, after a quarter of it to warm up
  std::size_t payload = 0;      // of echo: bytes of text
  std::int64_t wait_us = 0;     // of work
  std::int64_t compute_us = 0;  // of work
  int redis_pid = 0;            // whose CPU time is measured, too
  int server_pid = 0;           // the same
};

// Starts a client, lets `use` run, and stops it.
void with_client(const calling& what,
                 const std::function<boost::asio::awaitable<void>(clamator::client&)>& use);

// Puts load on the servers, in a closed or an open loop, and prints the figures.
void call(const calling& what);

}  // namespace bench
