// What a soak is told.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "soak/fault_plan.hpp"

namespace clamator::soak {

struct soak_settings {
  std::size_t calls = 50'000;
  std::vector<fault_kind> faults = fault_kinds("all");
  std::uint64_t seed = 0;
  std::chrono::milliseconds every{1'000};
  std::size_t cpp_servers = 3;
  std::size_t python_servers = 1;
  std::size_t clients = 2;  // besides the one that is never killed
  std::size_t window = 64;  // calls of one client at a time
  // Requests that a C++ server runs at a time. Few, so that there is always more to do than is being done,
  // and a server that is killed leaves both what it ran and what it had only read.
  std::size_t concurrency = 4;
  // The same for all servers. A Python server reads 16 requests and runs one after the other without renewing
  // anything; its handlers take 20 ms at most, so it has 0.3 s of work.
  std::chrono::milliseconds claim_idle{2'000};
  // Longer than a request takes that loses its server a few times, each of which costs the claim time and a
  // second.
  std::chrono::milliseconds timeout{15'000};
  bool keep = false;
  std::filesystem::path judge;  // journals that are there already
};

// From the command line. Prints the help or what is wrong, and throws command_line_end with the exit status,
// where there is nothing to run.
struct command_line_end {
  int status;
};
soak_settings settings_from(int count, char** words);

inline constexpr const char* key_prefix = "soak";
inline constexpr std::array<const char*, 2> services{"soak", "long"};
inline std::string command_stream(const std::string& service) {
  return std::string(key_prefix) + ":cmds:" + service;
}
inline std::string dead_letter_stream(const std::string& service) {
  return std::string(key_prefix) + ":dead:" + service;
}
inline std::string reply_stream(const std::string& client) {
  return std::string(key_prefix) + ":replies:" + client;
}

}  // namespace clamator::soak
