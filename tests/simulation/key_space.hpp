// All keys of the modelled Redis, and the commands on them. It models Redis 7.0 as far as clamator uses it;
// what it does not know is an error, and model_test.cpp holds it against a real one.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "simulation/answer_value.hpp"
#include "simulation/stored_stream.hpp"

namespace clamator::simulation {

using command_line = std::vector<std::string>;

struct stored_text {
  std::string text;
  std::int64_t expires = 0;  // on Redis's clock; 0: never
};

using sorted_set = std::map<std::string, double>;

using stored = std::variant<stored_text, stored_stream, sorted_set>;

class key_space {
 public:
  // Redis's clock in milliseconds; asked with each command.
  explicit key_space(std::function<std::int64_t()> clock) : clock_(std::move(clock)) {}

  // One that does not block. An error for one that is unknown.
  value execute(const command_line& line);

  // Whether `name` exists, and whether Redis refuses it where memory is full.
  static bool knows(std::string_view name);
  static bool needs_memory(std::string_view name);
  // What needs memory is refused from now on, or not any more.
  void fill(bool full) noexcept { full_ = full; }
  bool is_full() const noexcept { return full_; }

  // For whoever looks in from outside; null where there is none of that kind.
  stored_stream* stream(const std::string& key);
  const std::map<std::string, stored>& keys() const noexcept { return keys_; }

  // Told of each stream that was added to, so that who waits for it can be served.
  void on_added(std::function<void(const std::string& key)> told) { added_ = std::move(told); }
  // Told of the same; for whoever looks on.
  void on_entry(std::function<void(const std::string& key)> told) { entry_ = std::move(told); }
  // Told of each group or stream that is gone: those who wait for it get an error.
  void on_gone(std::function<void(const std::string& key)> told) { gone_ = std::move(told); }
  std::int64_t now() const { return clock_(); }

 private:
  using handler = value (key_space::*)(const command_line&);
  struct command {
    handler run;
    std::size_t least;  // words, with its name
    bool needs_memory;
  };
  static const std::map<std::string, command, std::less<>>& commands();

  void expire();
  template <class Kind>
  Kind* find(const std::string& key);
  bool is_other_than_stream(const std::string& key);
  // The stream and group of a command's first two words; an error otherwise.
  std::variant<std::pair<stored_stream*, group*>, value> group_of(const std::string& key,
                                                                  const std::string& name);
  value read(const command_line& line, bool as_group);
  value read_new(stored_stream& from, group& which, const std::string& name, std::size_t count);
  value pending_list(const group& which, const command_line& line);
  void trim(stored_stream& which, const command_line& line, std::size_t at);

  value ping(const command_line& line);
  value time(const command_line& line);
  value exists(const command_line& line);
  value del(const command_line& line);
  value flushall(const command_line& line);
  value get(const command_line& line);
  value set(const command_line& line);
  value pexpire(const command_line& line);
  value zadd(const command_line& line);
  value zrem(const command_line& line);
  value zrangebyscore(const command_line& line);
  value xadd(const command_line& line);
  value xlen(const command_line& line);
  value xrange(const command_line& line);
  value xdel(const command_line& line);
  value xtrim(const command_line& line);
  value xgroup(const command_line& line);
  value xgroup_create(const command_line& line);
  value xack(const command_line& line);
  value xpending(const command_line& line);
  value xclaim(const command_line& line);
  value xinfo(const command_line& line);
  value xinfo_stream(const stored_stream& which);
  value xread(const command_line& line) { return read(line, false); }
  value xreadgroup(const command_line& line) { return read(line, true); }

  std::function<std::int64_t()> clock_;
  std::map<std::string, stored> keys_;
  std::function<void(const std::string&)> added_;
  std::function<void(const std::string&)> entry_;
  std::function<void(const std::string&)> gone_;
  bool full_ = false;
};

}  // namespace clamator::simulation
