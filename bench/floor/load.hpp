// What a client of the floor is to do, and a server has to know of it.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace bench_floor {

struct load {
  int port = 0;
  std::string prefix;
  std::size_t window = 1;   // calls in flight at most
  std::size_t payload = 0;  // bytes of text in each request and reply; 0: two integers and their sum
  double rate = 0;          // calls that are due each second, whether those before have ended or not
  std::string reply_maxlen = "1024";  // of a reply stream, by the server
  std::chrono::duration<double> seconds{5};
};

}  // namespace bench_floor
