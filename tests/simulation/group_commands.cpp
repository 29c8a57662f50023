// Commands on consumer groups.
#include <algorithm>
#include <limits>

#include "simulation/key_space.hpp"
#include "simulation/stream_words.hpp"

namespace clamator::simulation {
namespace {

value number(std::size_t count) {
  return value::of(static_cast<std::int64_t>(count));
}

value word(std::string_view text) {
  return value::of(std::string(text));
}

// What XCLAIM is told beside the ids.
struct claim {
  std::int64_t least_idle = 0;
  std::int64_t delivered;
  std::optional<std::int64_t> count{};
  bool force = false;
  bool just_ids = false;
  std::vector<stream_id> ids{};
};

claim read_claim(const command_line& line, std::int64_t now) {
  claim told{.least_idle = std::stoll(line[4]), .delivered = now};
  for (std::size_t i = 5; i < line.size(); ++i) {
    if (line[i] == "IDLE") {
      told.delivered = now - std::stoll(line[++i]);
    } else if (line[i] == "RETRYCOUNT") {
      told.count = std::stoll(line[++i]);
    } else if (line[i] == "FORCE") {
      told.force = true;
    } else if (line[i] == "JUSTID") {
      told.just_ids = true;
    } else {
      told.ids.push_back(range_id(line[i], 0));
    }
  }
  return told;
}

}  // namespace

std::variant<std::pair<stored_stream*, group*>, value> key_space::group_of(const std::string& key,
                                                                           const std::string& name) {
  if (is_other_than_stream(key)) return wrong_kind();
  stored_stream* which = stream(key);
  if (which == nullptr) return no_group(key, name);
  const auto found = which->groups.find(name);
  if (found == which->groups.end()) return no_group(key, name);
  return std::pair(which, &found->second);
}

value key_space::xgroup(const command_line& line) {
  const std::string& what = line[1];
  const std::string& key = line[2];
  if (is_other_than_stream(key)) return wrong_kind();
  if (what == "CREATE") return xgroup_create(line);
  stored_stream* which = stream(key);
  if (which == nullptr) {
    return value::error(
        "ERR The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use "
        "the MKSTREAM option to create an empty stream automatically.");
  }
  const auto found = which->groups.find(line[3]);
  if (what == "DESTROY") {
    if (found == which->groups.end()) return value::of(std::int64_t{0});
    which->groups.erase(found);
    if (gone_) gone_(key);
    return value::of(std::int64_t{1});
  }
  if (found == which->groups.end())
    return value::error("NOGROUP No such consumer group '" + line[3] + "' for key name '" + key + "'");
  group& of = found->second;
  if (what == "SETID") {
    of.last_delivered = line[4] == "$" ? which->last_id : range_id(line[4], 0);
    return value::ok();
  }
  of.consumers.erase(line[4]);  // DELCONSUMER
  return number(std::erase_if(of.pending, [&](const auto& each) { return each.second.consumer == line[4]; }));
}

value key_space::xgroup_create(const command_line& line) {
  const std::string& key = line[2];
  const bool make = line.size() > 5 && line[5] == "MKSTREAM";
  if (!keys_.contains(key) && !make) {
    return value::error(
        "ERR The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use "
        "the MKSTREAM option to create an empty stream automatically.");
  }
  auto& which = std::get<stored_stream>(keys_.try_emplace(key, stored_stream()).first->second);
  const stream_id begin = line[4] == "$" ? which.last_id : range_id(line[4], 0);
  if (!which.groups.try_emplace(line[3], group{.last_delivered = begin}).second)
    return value::error("BUSYGROUP Consumer Group name already exists");
  return value::ok();
}

value key_space::xack(const command_line& line) {
  if (is_other_than_stream(line[1])) return wrong_kind();
  const auto found = group_of(line[1], line[2]);
  std::int64_t count = 0;
  if (const auto* of = std::get_if<0>(&found)) {
    for (std::size_t i = 3; i < line.size(); ++i)
      count += static_cast<std::int64_t>(of->second->pending.erase(range_id(line[i], 0)));
  }
  return value::of(count);
}

value key_space::xpending(const command_line& line) {
  const auto found = group_of(line[1], line[2]);
  if (const auto* problem = std::get_if<value>(&found)) return *problem;
  const group& of = *std::get<0>(found).second;
  if (line.size() > 3) return pending_list(of, line);
  if (of.pending.empty())
    return value::array({value::of(std::int64_t{0}), value::nil(), value::nil(), value::nil_array()});
  std::map<std::string, std::int64_t> held;
  for (const auto& [id, each] : of.pending) ++held[each.consumer];
  std::vector<value> consumers;
  for (const auto& [name, count] : held)
    consumers.push_back(value::array({value::of(name), value::of(std::to_string(count))}));
  return value::array({number(of.pending.size()), value::of(of.pending.begin()->first.text()),
                       value::of(of.pending.rbegin()->first.text()), value::array(std::move(consumers))});
}

value key_space::pending_list(const group& which, const command_line& line) {
  const bool idle_given = line[3] == "IDLE";
  const std::size_t at = idle_given ? 5 : 3;
  const std::int64_t least_idle = idle_given ? std::stoll(line[4]) : 0;
  const auto [first, last] = id_range(line[at], line[at + 1]);
  const auto most = static_cast<std::size_t>(std::stoull(line[at + 2]));
  const std::string* consumer = line.size() > at + 3 ? &line[at + 3] : nullptr;
  std::vector<value> found;
  for (auto each = which.pending.lower_bound(first); each != which.pending.end(); ++each) {
    if (each->first > last || found.size() == most) break;
    const std::int64_t idle = std::max<std::int64_t>(0, now() - each->second.delivered);
    if (idle < least_idle || (consumer != nullptr && each->second.consumer != *consumer)) continue;
    found.push_back(value::array({value::of(each->first.text()), value::of(each->second.consumer),
                                  value::of(idle), value::of(each->second.count)}));
  }
  return value::array(std::move(found));
}

// What is pending and not on the stream any more is dropped, as Redis does since 7.0.
value key_space::xclaim(const command_line& line) {
  const auto found = group_of(line[1], line[2]);
  if (const auto* problem = std::get_if<value>(&found)) return *problem;
  const auto [from, of] = std::get<0>(found);
  const claim told = read_claim(line, now());
  std::vector<value> claimed;
  for (const stream_id id : told.ids) {
    auto held = of->pending.find(id);
    const bool there = from->entries.contains(id);
    if (held == of->pending.end()) {
      if (!told.force || !there) continue;
      held = of->pending.emplace(id, pending_entry{}).first;
    } else if (!there) {
      of->pending.erase(held);
      continue;
    } else if (told.least_idle > 0 && now() - held->second.delivered < told.least_idle) {
      continue;
    }
    of->consumers[line[3]].seen = now();
    held->second.consumer = line[3];
    held->second.delivered = std::min(told.delivered, now());
    if (told.count) {
      held->second.count = *told.count;
    } else if (!told.just_ids) {
      ++held->second.count;
    }
    claimed.push_back(told.just_ids ? value::of(id.text()) : entry_value(id, from->entries.at(id)));
  }
  return value::array(std::move(claimed));
}

value key_space::xinfo(const command_line& line) {
  const std::string& key = line[2];
  if (is_other_than_stream(key)) return wrong_kind();
  stored_stream* which = stream(key);
  if (which == nullptr) return value::error("ERR no such key");
  if (line[1] == "STREAM") return xinfo_stream(*which);
  std::vector<value> list;
  if (line[1] == "GROUPS") {
    for (const auto& [name, of] : which->groups) {
      list.push_back(value::array({word("name"), value::of(name), word("consumers"),
                                   number(of.consumers.size()), word("pending"), number(of.pending.size()),
                                   word("last-delivered-id"), value::of(of.last_delivered.text())}));
    }
    return value::array(std::move(list));
  }
  const auto found = which->groups.find(line[3]);
  if (found == which->groups.end())
    return value::error("NOGROUP No such consumer group '" + line[3] + "' for key name '" + key + "'");
  for (const auto& [name, each] : found->second.consumers) {
    const auto held = std::count_if(found->second.pending.begin(), found->second.pending.end(),
                                    [&](const auto& one) { return one.second.consumer == name; });
    list.push_back(value::array({word("name"), value::of(name), word("pending"),
                                 value::of(std::int64_t{held}), word("idle"), value::of(now() - each.seen)}));
  }
  return value::array(std::move(list));
}

value key_space::read_new(stored_stream& from, group& which, const std::string& name, std::size_t count) {
  std::vector<value> read;
  for (auto each = from.entries.upper_bound(which.last_delivered); each != from.entries.end(); ++each) {
    if (read.size() == count) break;
    which.last_delivered = each->first;
    which.pending[each->first] = {name, now(), 1};
    read.push_back(entry_value(each->first, each->second));
  }
  return value::array(std::move(read));
}

// XREAD and XREADGROUP of one stream, without blocking: nil where there is nothing.
value key_space::read(const command_line& line, bool as_group) {
  std::size_t count = std::numeric_limits<std::size_t>::max();
  std::size_t at = as_group ? 4 : 1;
  for (; line[at] != "STREAMS"; at += 2)
    if (line[at] == "COUNT") count = static_cast<std::size_t>(std::stoull(line[at + 1]));
  const std::string& key = line[at + 1];
  const std::string& from = line[at + 2];
  if (is_other_than_stream(key)) return wrong_kind();
  stored_stream* which = stream(key);
  value entries = value::array();
  if (as_group) {
    const auto found = group_of(key, line[2]);
    if (std::holds_alternative<value>(found))
      return no_group(key, line[2], " in XREADGROUP with GROUP option");
    group& of = *std::get<0>(found).second;
    if (from != ">") {
      of.consumers[line[3]].seen = now();
      return value::array({value::array({value::of(key), value::array()})});
    }
    entries = read_new(*which, of, line[3], count);
    // Who is given nothing is not noted either, before Redis 7.2.
    if (!entries.items.empty()) of.consumers[line[3]].seen = now();
  } else if (which != nullptr) {
    for (auto each = which->entries.upper_bound(range_id(from, 0)); each != which->entries.end(); ++each) {
      if (entries.items.size() == count) break;
      entries.items.push_back(entry_value(each->first, each->second));
    }
  }
  if (entries.items.empty()) return value::nil_array();
  return value::array({value::array({value::of(key), std::move(entries)})});
}

}  // namespace clamator::simulation
