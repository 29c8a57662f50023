// The command line that every neighbour's program has. The server says "ready" and the library's version,
// then answers until it is killed; the client prints one line of JSON.
//
//   NAME server --port P [--setting X]
//   NAME client --port P [--setting X] --window N --seconds S
#pragma once

#include <string>
#include <vector>

#include "closed_loop.hpp"

namespace bench {

struct peer {
  int port = 0;
  std::string setting;  // one of those that the neighbour has, if it has any
};

struct neighbour {
  const char* name;
  void (*serve)(const peer& at);  // never returns
  figures (*call)(const peer& at, closed_loop& load);
  std::vector<std::string> settings = {};  // the first is the default
};

int run_program(const neighbour& which, int argc, char** argv);

// For serve(), once calls are answered.
void say_ready(const std::string& version);

}  // namespace bench
