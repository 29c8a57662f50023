// Commands on keys of all kinds, and on those that are no streams.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "simulation/key_space.hpp"

namespace clamator::simulation {
namespace {

constexpr std::string_view out_of_memory = "OOM command not allowed when used memory > 'maxmemory'.";
constexpr std::string_view wrong_type = "WRONGTYPE Operation against a key holding the wrong kind of value";

std::optional<std::int64_t> whole_number(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

value no_number() {
  return value::error("ERR value is not an integer or out of range");
}

// "-inf", "12" or "(12"; whether it is exclusive is the second.
std::pair<double, bool> score_limit(std::string_view text) {
  const bool exclusive = text.starts_with('(');
  if (exclusive) text.remove_prefix(1);
  if (text == "-inf") return {-std::numeric_limits<double>::infinity(), exclusive};
  if (text == "+inf") return {std::numeric_limits<double>::infinity(), exclusive};
  return {std::stod(std::string(text)), exclusive};
}

}  // namespace

const std::map<std::string, key_space::command, std::less<>>& key_space::commands() {
  using self = key_space;
  static const std::map<std::string, command, std::less<>> known{
      {"PING", {&self::ping, 1, false}},       {"TIME", {&self::time, 1, false}},
      {"EXISTS", {&self::exists, 2, false}},   {"DEL", {&self::del, 2, false}},
      {"UNLINK", {&self::del, 2, false}},      {"FLUSHALL", {&self::flushall, 1, false}},
      {"GET", {&self::get, 2, false}},         {"SET", {&self::set, 3, true}},
      {"PEXPIRE", {&self::pexpire, 3, false}}, {"ZADD", {&self::zadd, 4, true}},
      {"ZREM", {&self::zrem, 3, false}},       {"ZRANGEBYSCORE", {&self::zrangebyscore, 4, false}},
      {"XADD", {&self::xadd, 5, true}},        {"XLEN", {&self::xlen, 2, false}},
      {"XRANGE", {&self::xrange, 4, false}},   {"XDEL", {&self::xdel, 3, false}},
      {"XTRIM", {&self::xtrim, 4, false}},     {"XGROUP", {&self::xgroup, 4, false}},
      {"XACK", {&self::xack, 4, false}},       {"XPENDING", {&self::xpending, 3, false}},
      {"XCLAIM", {&self::xclaim, 6, false}},   {"XINFO", {&self::xinfo, 3, false}},
      {"XREAD", {&self::xread, 4, false}},     {"XREADGROUP", {&self::xreadgroup, 7, false}},
  };
  return known;
}

bool key_space::knows(std::string_view name) {
  return commands().contains(name);
}

bool key_space::needs_memory(std::string_view name) {
  const auto found = commands().find(name);
  return found != commands().end() && found->second.needs_memory;
}

value key_space::execute(const command_line& line) {
  const auto found = commands().find(line.front());
  if (found == commands().end()) {
    return value::error("ERR unknown command '" + line.front() + "', with args beginning with: ");
  }
  if (line.size() < found->second.least)
    return value::error("ERR wrong number of arguments for '" + line.front() + "' command");
  const bool makes_group = line[0] == "XGROUP" && line[1] == "CREATE";
  if (full_ && (found->second.needs_memory || makes_group)) return value::error(std::string(out_of_memory));
  expire();
  return (this->*found->second.run)(line);
}

void key_space::expire() {
  std::erase_if(keys_, [now = now()](const auto& each) {
    const auto* text = std::get_if<stored_text>(&each.second);
    return text != nullptr && text->expires != 0 && text->expires <= now;
  });
}

template <class Kind>
Kind* key_space::find(const std::string& key) {
  const auto found = keys_.find(key);
  return found == keys_.end() ? nullptr : std::get_if<Kind>(&found->second);
}

stored_stream* key_space::stream(const std::string& key) {
  return find<stored_stream>(key);
}

bool key_space::is_other_than_stream(const std::string& key) {
  return keys_.contains(key) && find<stored_stream>(key) == nullptr;
}

value key_space::ping(const command_line&) {
  return value::status("PONG");
}

value key_space::time(const command_line&) {
  return value::array(
      {value::of(std::to_string(now() / 1000)), value::of(std::to_string(now() % 1000 * 1000))});
}

value key_space::exists(const command_line& line) {
  return value::of(std::count_if(line.begin() + 1, line.end(),
                                 [this](const std::string& key) { return keys_.contains(key); }));
}

value key_space::del(const command_line& line) {
  std::int64_t count = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const bool was_stream = find<stored_stream>(line[i]) != nullptr;
    count += static_cast<std::int64_t>(keys_.erase(line[i]));
    if (was_stream && gone_) gone_(line[i]);
  }
  return value::of(count);
}

value key_space::flushall(const command_line&) {
  const auto forgotten = std::exchange(keys_, {});
  for (const auto& [key, what] : forgotten) {
    if (gone_ && std::holds_alternative<stored_stream>(what)) gone_(key);
  }
  return value::ok();
}

value key_space::get(const command_line& line) {
  if (const auto* text = find<stored_text>(line[1])) return value::of(text->text);
  return keys_.contains(line[1]) ? value::error(std::string(wrong_type)) : value::nil();
}

value key_space::set(const command_line& line) {
  std::int64_t expires = 0;
  bool only_new = false, only_there = false;
  for (std::size_t i = 3; i < line.size(); ++i) {
    if (line[i] == "NX") {
      only_new = true;
    } else if (line[i] == "XX") {
      only_there = true;
    } else if (line[i] == "PX" && i + 1 < line.size()) {
      const auto time = whole_number(line[++i]);
      if (!time) return no_number();
      expires = now() + *time;
    } else {
      return value::error("ERR syntax error");
    }
  }
  if (only_new && only_there) return value::error("ERR syntax error");
  if (only_new == keys_.contains(line[1]) && (only_new || only_there)) return value::nil();
  keys_[line[1]] = stored_text{line[2], expires};
  return value::ok();
}

value key_space::pexpire(const command_line& line) {
  const auto time = whole_number(line[2]);
  if (!time) return no_number();
  auto* text = find<stored_text>(line[1]);
  if (text == nullptr) return value::of(std::int64_t{0});
  text->expires = now() + *time;
  return value::of(std::int64_t{1});
}

value key_space::zadd(const command_line& line) {
  const bool only_there = line[2] == "XX";
  const std::size_t first = only_there ? 3 : 2;
  if (keys_.contains(line[1]) && find<sorted_set>(line[1]) == nullptr)
    return value::error(std::string(wrong_type));
  if (only_there && !keys_.contains(line[1])) return value::of(std::int64_t{0});
  auto& set = std::get<sorted_set>(keys_.try_emplace(line[1], sorted_set()).first->second);
  std::int64_t added = 0;
  for (std::size_t i = first; i + 1 < line.size(); i += 2) {
    if (only_there && !set.contains(line[i + 1])) continue;
    added += set.insert_or_assign(line[i + 1], std::stod(line[i])).second ? 1 : 0;
  }
  return value::of(added);
}

value key_space::zrem(const command_line& line) {
  auto* set = find<sorted_set>(line[1]);
  if (set == nullptr) return value::of(std::int64_t{0});
  std::int64_t removed = 0;
  for (std::size_t i = 2; i < line.size(); ++i) removed += static_cast<std::int64_t>(set->erase(line[i]));
  if (set->empty()) keys_.erase(line[1]);
  return value::of(removed);
}

value key_space::zrangebyscore(const command_line& line) {
  const auto* set = find<sorted_set>(line[1]);
  if (set == nullptr) return value::array();
  const auto [least, above] = score_limit(line[2]);
  const auto [most, below] = score_limit(line[3]);
  std::vector<std::pair<double, std::string>> found;
  for (const auto& [member, score] : *set) {
    if (score < least || (above && score == least) || score > most || (below && score == most)) continue;
    found.emplace_back(score, member);
  }
  std::sort(found.begin(), found.end());
  if (line.size() == 7 && line[4] == "LIMIT") {
    const auto from = static_cast<std::size_t>(whole_number(line[5]).value_or(0));
    const auto count = static_cast<std::size_t>(whole_number(line[6]).value_or(0));
    found.erase(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(std::min(from, found.size())));
    found.resize(std::min(count, found.size()));
  }
  std::vector<value> members;
  for (auto& [score, member] : found) members.push_back(value::of(std::move(member)));
  return value::array(std::move(members));
}

}  // namespace clamator::simulation
