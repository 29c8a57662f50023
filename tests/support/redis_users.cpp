#include "support/redis_users.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace clamator::test {
namespace {

using lines = std::vector<std::string>;

// The fenced blocks that set users, each as its lines.
std::vector<lines> blocks(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path + " cannot be read");
  std::vector<lines> found;
  bool fenced = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("```")) {
      fenced = !fenced;
      if (fenced) found.emplace_back();
    } else if (fenced && line.starts_with("ACL SETUSER ")) {
      found.back().push_back(line);
    }
  }
  std::erase_if(found, [](const lines& block) { return block.empty(); });
  return found;
}

// Selectors and rights to read or to write alone came with Redis 7.0.
bool needs_7_0(const lines& block) {
  return std::any_of(block.begin(), block.end(), [](const std::string& line) {
    return line.find(" (") != std::string::npos || line.find(" %") != std::string::npos;
  });
}

std::string with_prefix(std::string word, const std::string& key_prefix) {
  static const std::string manuals = "my-app";
  const std::size_t at = word.find(manuals);
  return at == std::string::npos ? word : word.replace(at, manuals.size(), key_prefix);
}

}  // namespace

std::string file_of_users() {
  const char* const named = std::getenv("CLAMATOR_TEST_USERS");
  return named == nullptr ? "" : named;
}

std::vector<std::string> rules_of(const std::string& file, redis_role role, const redis_version& server,
                                  const std::string& key_prefix) {
  const std::string user = role == redis_role::worker                ? "worker"
                           : role == redis_role::operator_of_letters ? "operator"
                                                                     : "caller";
  lines chosen;
  for (const lines& block : blocks(file)) {
    if (server.at_least(7, 0) == needs_7_0(block)) chosen = block;
  }
  std::vector<std::string> rules;
  for (const std::string& line : chosen) {
    std::istringstream words(line);
    std::string word;
    words >> word >> word >> word;
    if (word != user) continue;
    // What a caller needs to send again comes in a second line.
    if (role == redis_role::caller && !rules.empty()) break;
    while (words >> word) rules.push_back(with_prefix(word, key_prefix));
  }
  if (rules.empty()) throw std::runtime_error(file + " has no rules for " + user);
  return rules;
}

std::string password_in(const std::vector<std::string>& rules) {
  for (const std::string& rule : rules) {
    if (rule.starts_with(">")) return rule.substr(1);
  }
  throw std::runtime_error("the manual has a user without a password");
}

}  // namespace clamator::test
