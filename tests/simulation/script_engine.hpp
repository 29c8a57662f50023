// Runs the scripts that clamator sends, as Redis does: Lua 5.1, with redis.call and redis.pcall.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "simulation/answer_value.hpp"

struct lua_State;

namespace clamator::simulation {

class script_engine {
 public:
  using executor = std::function<value(const std::vector<std::string>& command)>;

  script_engine();

  // Known by its SHA-1 from then on.
  void learn(const std::string& text);
  bool knows(const std::string& digest) const { return scripts_.contains(digest); }
  // Runs it with what it calls going to `execute`.
  value run(const std::string& digest, const std::vector<std::string>& keys,
            const std::vector<std::string>& arguments, const executor& execute);

  static std::string digest(const std::string& text);

 private:
  struct closer {
    void operator()(lua_State* state) const noexcept;
  };
  struct running {
    const executor* execute = nullptr;
    const std::string* digest = nullptr;
  };

  static int call(lua_State* state);
  static int protected_call(lua_State* state);
  // Calls and pushes the answer, or the text of its error.
  static bool call_and_push(lua_State* state);

  running now_;
  std::unique_ptr<lua_State, closer> state_;
  std::map<std::string, int> scripts_;  // in the registry
};

}  // namespace clamator::simulation
