#include "simulation/stored_stream.hpp"

#include <limits>

namespace clamator::simulation {

stream_id after(stream_id id) noexcept {
  if (id.sequence == std::numeric_limits<std::uint64_t>::max()) return {id.milliseconds + 1, 0};
  return {id.milliseconds, id.sequence + 1};
}

stream_id before(stream_id id) noexcept {
  if (id.sequence == 0) return {id.milliseconds - 1, std::numeric_limits<std::uint64_t>::max()};
  return {id.milliseconds, id.sequence - 1};
}

value entry_value(stream_id id, const entry_fields& fields) {
  std::vector<value> words;
  words.reserve(fields.size());
  for (const std::string& each : fields) words.push_back(value::of(each));
  return value::array({value::of(id.text()), value::array(std::move(words))});
}

}  // namespace clamator::simulation
