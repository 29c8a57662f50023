#include "simulation/script_engine.hpp"

#include <array>
#include <memory>
#include <stdexcept>
#include <unordered_map>

#include <openssl/evp.h>

extern "C" {
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
}

namespace clamator::simulation {
namespace {

void push_table(lua_State* state, const char* name, const std::string& text) {
  lua_createtable(state, 0, 1);
  lua_pushlstring(state, text.data(), text.size());
  lua_setfield(state, -2, name);
}

void push(lua_State* state, const value& what) {
  switch (what.what) {
    case value::kind::nil:
    case value::kind::nil_array:
      return lua_pushboolean(state, 0);
    case value::kind::integer:
      return lua_pushnumber(state, static_cast<lua_Number>(what.number));
    case value::kind::text:
      return lua_pushlstring(state, what.text.data(), what.text.size());
    case value::kind::status:
      return push_table(state, "ok", what.text);
    case value::kind::error:
      return push_table(state, "err", what.text);
    case value::kind::array:
      break;
  }
  luaL_checkstack(state, 3, "answer");
  lua_createtable(state, static_cast<int>(what.items.size()), 0);
  for (std::size_t i = 0; i < what.items.size(); ++i) {
    push(state, what.items[i]);
    lua_rawseti(state, -2, static_cast<int>(i) + 1);
  }
}

std::string text_at(lua_State* state, int index) {
  std::size_t size = 0;
  const char* const text = lua_tolstring(state, index, &size);
  return text == nullptr ? std::string() : std::string(text, size);
}

value table_at(lua_State* state, int index);

value value_at(lua_State* state, int index) {
  switch (lua_type(state, index)) {
    case LUA_TSTRING:
      return value::of(text_at(state, index));
    case LUA_TNUMBER:
      return value::of(static_cast<std::int64_t>(lua_tonumber(state, index)));
    case LUA_TBOOLEAN:
      return lua_toboolean(state, index) != 0 ? value::of(std::int64_t{1}) : value::nil();
    case LUA_TTABLE:
      return table_at(state, index < 0 ? lua_gettop(state) + 1 + index : index);
    default:
      return value::nil();
  }
}

value table_at(lua_State* state, int index) {
  for (const char* const name : {"err", "ok"}) {
    lua_getfield(state, index, name);
    const bool there = lua_type(state, -1) == LUA_TSTRING;
    std::string text = text_at(state, -1);
    lua_pop(state, 1);
    if (there) return name[0] == 'e' ? value::error(std::move(text)) : value::status(std::move(text));
  }
  value list = value::array();
  for (int i = 1;; ++i) {
    lua_rawgeti(state, index, i);
    const bool end = lua_isnil(state, -1);
    if (!end) list.items.push_back(value_at(state, -1));
    lua_pop(state, 1);
    if (end) return list;
  }
}

void push_list(lua_State* state, const char* name, const std::vector<std::string>& words) {
  lua_createtable(state, static_cast<int>(words.size()), 0);
  for (std::size_t i = 0; i < words.size(); ++i) {
    lua_pushlstring(state, words[i].data(), words[i].size());
    lua_rawseti(state, -2, static_cast<int>(i) + 1);
  }
  lua_setglobal(state, name);
}

constexpr const char* engine_key = "clamator.engine";

std::string digest_of(const std::string& text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned size = 0;
  EVP_Digest(text.data(), text.size(), bytes.data(), &size, EVP_sha1(), nullptr);
  std::string hex;
  for (unsigned i = 0; i < size; ++i) {
    hex += "0123456789abcdef"[bytes[i] >> 4];
    hex += "0123456789abcdef"[bytes[i] & 15];
  }
  return hex;
}

}  // namespace

// One for all engines: to compile the same scripts for each of 100,000 schedules would take a fifth of their
// time.
class script_engine::machine {
 public:
  machine() : state_(luaL_newstate()) {
    if (!state_) throw std::bad_alloc();
    lua_State* const state = state_.get();
    luaL_openlibs(state);
    lua_createtable(state, 0, 2);
    lua_pushcfunction(state, &script_engine::call);
    lua_setfield(state, -2, "call");
    lua_pushcfunction(state, &script_engine::protected_call);
    lua_setfield(state, -2, "pcall");
    lua_setglobal(state, "redis");
  }

  static machine& instance() {
    static machine only;
    return only;
  }

  lua_State* state() const noexcept { return state_.get(); }

  const compiled& compile(const std::string& text) {
    const auto found = scripts_.find(text);
    if (found != scripts_.end()) return found->second;
    if (luaL_loadbuffer(state(), text.data(), text.size(), "@user_script") != 0)
      throw std::runtime_error("a script does not compile: " + text_at(state(), -1));
    return scripts_.try_emplace(text, compiled{digest_of(text), luaL_ref(state(), LUA_REGISTRYINDEX)})
        .first->second;
  }

 private:
  struct closer {
    void operator()(lua_State* state) const noexcept { lua_close(state); }
  };

  std::unique_ptr<lua_State, closer> state_;
  std::unordered_map<std::string, compiled> scripts_;
};

const std::string& script_engine::learn(const std::string& text) {
  const compiled& script = machine::instance().compile(text);
  scripts_[script.digest] = script.function;
  return script.digest;
}

value script_engine::run(const std::string& digest, const std::vector<std::string>& keys,
                         const std::vector<std::string>& arguments, const executor& execute) {
  lua_State* const state = machine::instance().state();
  running now{&execute};
  lua_pushlightuserdata(state, &now);
  lua_setfield(state, LUA_REGISTRYINDEX, engine_key);
  push_list(state, "KEYS", keys);
  push_list(state, "ARGV", arguments);
  lua_rawgeti(state, LUA_REGISTRYINDEX, scripts_.at(digest));
  const bool failed = lua_pcall(state, 0, 1, 0) != 0;
  value result = value_at(state, -1);
  if (failed && !result.is_error()) result = value::error("ERR " + text_at(state, -1));
  lua_settop(state, 0);
  return result;
}

bool script_engine::call_and_push(lua_State* state) {
  lua_getfield(state, LUA_REGISTRYINDEX, engine_key);
  const auto* now = static_cast<const running*>(lua_touserdata(state, -1));
  lua_pop(state, 1);
  std::vector<std::string> words;
  for (int i = 1; i <= lua_gettop(state); ++i) words.push_back(text_at(state, i));
  const value answer = (*now->execute)(words);
  push(state, answer);
  return answer.is_error();
}

// Nothing with a destructor may live here: Lua's errors jump over it.
int script_engine::call(lua_State* state) {
  if (call_and_push(state)) return lua_error(state);
  return 1;
}

int script_engine::protected_call(lua_State* state) {
  call_and_push(state);
  return 1;
}

}  // namespace clamator::simulation
