// Runs the scripts that clamator sends, as Redis does: Lua 5.1, with redis.call and redis.pcall.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "simulation/answer_value.hpp"

struct lua_State;

namespace clamator::simulation {

// The scripts that one Redis knows.
class script_engine {
 public:
  using executor = std::function<value(const std::vector<std::string>& command)>;

  // Known from then on by its SHA-1, which comes back.
  const std::string& learn(const std::string& text);
  bool knows(const std::string& digest) const { return scripts_.contains(digest); }
  // Runs it with what it calls going to `execute`.
  value run(const std::string& digest, const std::vector<std::string>& keys,
            const std::vector<std::string>& arguments, const executor& execute);

 private:
  class machine;
  struct compiled {
    std::string digest;
    int function;  // in the machine's registry
  };
  struct running {
    const executor* execute = nullptr;
  };

  static int call(lua_State* state);
  static int protected_call(lua_State* state);
  // Calls and pushes the answer, or the text of its error.
  static bool call_and_push(lua_State* state);

  std::map<std::string, int> scripts_;  // in the machine's registry
};

}  // namespace clamator::simulation
