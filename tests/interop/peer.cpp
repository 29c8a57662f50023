#include "interop/peer.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string_view>

#include <gtest/gtest.h>

namespace clamator::interop {
namespace {

using test::child_process;

// "0.1.5=/path/to/python,0.1.9=..."
std::map<std::string, std::string> interpreters() {
  std::map<std::string, std::string> found;
  std::string_view rest = CLAMATOR_INTEROP_PYTHONS;
  while (!rest.empty()) {
    const std::string_view one = rest.substr(0, rest.find(','));
    const std::size_t equals = one.find('=');
    found.emplace(one.substr(0, equals), one.substr(equals + 1));
    rest.remove_prefix(std::min(rest.size(), one.size() + 1));
  }
  return found;
}

child_process start_python(const std::string& version, const std::string& script) {
  const std::string python = interpreters().at(version);
  const std::string advice = " (`./dev setup` installs the Python peers)";
  if (!std::filesystem::exists(python)) throw std::runtime_error("there is no " + python + advice);
  child_process started({python, CLAMATOR_INTEROP_PEERS "/" + script});
  const std::string wanted = "clamator-over-redis " + version;
  const std::string found = started.wait_for_line("");
  if (found != wanted) throw std::runtime_error(python + " has " + found + ", not " + wanted + advice);
  return started;
}

// Ends those that still run when all tests have: one that was told that its input is over must exit with 0.
class lasting_processes final : public testing::Environment {
 public:
  child_process& get(const std::string& key, const auto& start) {
    const auto found = started_.find(key);
    if (found != started_.end() && found->second.running()) return found->second;
    started_.erase(key);
    return started_.emplace(key, start()).first->second;
  }

  void TearDown() override {
    for (auto& [key, process] : started_) {
      if (!process.running()) continue;  // a test has killed it
      process.close_input();
      EXPECT_EQ(process.wait_exit(), 0) << key << ":\n" << process.errors();
    }
    started_.clear();
  }

 private:
  std::map<std::string, child_process> started_;
};

// GoogleTest owns it.
lasting_processes& processes =
    dynamic_cast<lasting_processes&>(*testing::AddGlobalTestEnvironment(new lasting_processes));

}  // namespace

std::string peer::name() const {
  if (cpp()) return "cpp";
  std::string name = "python_" + version;
  std::replace(name.begin(), name.end(), '.', '_');
  return name;
}

std::vector<peer> python_peers() {
  std::vector<peer> found;
  for (const auto& [version, path] : interpreters()) found.push_back({version});
  return found;
}

std::vector<peer> all_peers() {
  std::vector<peer> found = python_peers();
  found.insert(found.begin(), peer{});
  return found;
}

const test::redis_server& shared_redis() {
  static const test::redis_server server;
  return server;
}

child_process& server_process(const peer& which) {
  return processes.get(which.name() + " server", [&] {
    if (which.cpp()) return child_process({CLAMATOR_INTEROP_SERVER});
    return start_python(which.version, "arith_server.py");
  });
}

child_process& client_process(const peer& which) {
  return processes.get(which.name() + " client",
                       [&] { return start_python(which.version, "arith_client.py"); });
}

}  // namespace clamator::interop
