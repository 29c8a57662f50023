// Commands on streams that need no group.
#include <algorithm>
#include <charconv>
#include <limits>

#include "simulation/key_space.hpp"
#include "simulation/stream_words.hpp"

namespace clamator::simulation {
namespace {

constexpr std::size_t node = 100;  // entries that Redis keeps together, and that "~" cuts off together

std::size_t cut_front(stored_stream& which, std::size_t count) {
  const auto end = std::next(which.entries.begin(), static_cast<std::ptrdiff_t>(count));
  which.entries.erase(which.entries.begin(), end);
  return count;
}

// MAXLEN or MINID, "=" or "~" or nothing, and the threshold. Returns how many went.
std::size_t cut(stored_stream& which, const command_line& line, std::size_t at) {
  const bool by_id = line[at] == "MINID";
  std::size_t threshold = at + 1;
  const bool about = line[threshold] == "~";
  if (about || line[threshold] == "=") ++threshold;
  std::size_t surplus = 0;
  if (by_id) {
    const stream_id least = range_id(line[threshold], 0);
    surplus =
        static_cast<std::size_t>(std::distance(which.entries.begin(), which.entries.lower_bound(least)));
  } else {
    const auto most = static_cast<std::size_t>(std::stoull(line[threshold]));
    surplus = which.entries.size() > most ? which.entries.size() - most : 0;
  }
  return cut_front(which, about ? surplus / node * node : surplus);
}

}  // namespace

value key_space::xadd(const command_line& line) {
  std::size_t at = 2;
  bool make = true;
  if (line[at] == "NOMKSTREAM") {
    make = false;
    ++at;
  }
  const std::size_t limit = line[at] == "MAXLEN" || line[at] == "MINID" ? at : 0;
  if (limit != 0) at += line[at + 1] == "~" || line[at + 1] == "=" ? 3 : 2;
  const std::string& wanted = line[at];
  if (wanted == "0-0") return value::error("ERR The ID specified in XADD must be greater than 0-0");
  if ((line.size() - at - 1) % 2 != 0 || line.size() - at < 3)
    return value::error("ERR wrong number of arguments for 'xadd' command");
  if (is_other_than_stream(line[1])) return wrong_kind();
  if (!make && !keys_.contains(line[1])) return value::nil();
  auto& to = std::get<stored_stream>(keys_.try_emplace(line[1], stored_stream()).first->second);
  stream_id id = range_id(wanted, 0);
  if (wanted == "*") id = std::max(stream_id{static_cast<std::uint64_t>(now()), 0}, after(to.last_id));
  if (id <= to.last_id)
    return value::error("ERR The ID specified in XADD is equal or smaller than the target stream top item");
  to.last_id = id;
  to.entries[id] = entry_fields(line.begin() + static_cast<std::ptrdiff_t>(at) + 1, line.end());
  if (entry_) entry_(line[1]);
  if (limit != 0) cut(to, line, limit);
  if (added_) added_(line[1]);
  return value::of(id.text());
}

value key_space::xlen(const command_line& line) {
  if (is_other_than_stream(line[1])) return wrong_kind();
  const stored_stream* which = stream(line[1]);
  return value::of(which == nullptr ? 0 : static_cast<std::int64_t>(which->entries.size()));
}

value key_space::xrange(const command_line& line) {
  if (is_other_than_stream(line[1])) return wrong_kind();
  std::size_t most = std::numeric_limits<std::size_t>::max();
  if (line.size() == 6) most = static_cast<std::size_t>(std::stoull(line[5]));
  std::vector<value> found;
  const stored_stream* which = stream(line[1]);
  if (which == nullptr) return value::array();
  const auto [first, last] = id_range(line[2], line[3]);
  for (auto each = which->entries.lower_bound(first); each != which->entries.end(); ++each) {
    if (each->first > last || found.size() == most) break;
    found.push_back(entry_value(each->first, each->second));
  }
  return value::array(std::move(found));
}

value key_space::xdel(const command_line& line) {
  if (is_other_than_stream(line[1])) return wrong_kind();
  stored_stream* which = stream(line[1]);
  std::int64_t count = 0;
  if (which == nullptr) return value::of(count);
  for (std::size_t i = 2; i < line.size(); ++i)
    count += static_cast<std::int64_t>(which->entries.erase(range_id(line[i], 0)));
  return value::of(count);
}

value key_space::xtrim(const command_line& line) {
  if (is_other_than_stream(line[1])) return wrong_kind();
  stored_stream* which = stream(line[1]);
  if (which == nullptr) return value::of(std::int64_t{0});
  return value::of(static_cast<std::int64_t>(cut(*which, line, 2)));
}

value key_space::xinfo_stream(const stored_stream& which) {
  return value::array(
      {value::of(std::string("length")), value::of(static_cast<std::int64_t>(which.entries.size())),
       value::of(std::string("last-generated-id")), value::of(which.last_id.text()),
       value::of(std::string("groups")), value::of(static_cast<std::int64_t>(which.groups.size()))});
}

}  // namespace clamator::simulation
