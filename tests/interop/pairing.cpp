#include "interop/pairing.hpp"

namespace clamator::interop {

std::vector<pairing> all_pairings() {
  const peer cpp;
  std::vector<pairing> all{{cpp, cpp}};
  for (const peer& python : python_peers()) {
    all.insert(all.end(), {{cpp, python}, {python, cpp}, {python, python}});
  }
  return all;
}

std::string fresh_prefix() {
  static int used = 0;
  return "interop/{" + std::to_string(++used) + "}";
}

paired::paired() : server_(GetParam().server, prefix_), client_(make_caller(GetParam().client, prefix_)) {}

void paired::TearDown() {
  client_->stop();
  server_.stop();
}

}  // namespace clamator::interop
