// A stream with its groups, as Redis has it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "redis/stream_id.hpp"
#include "simulation/answer_value.hpp"

namespace clamator::simulation {

using redis::detail::stream_id;

struct pending_entry {
  std::string consumer;
  std::int64_t delivered = 0;  // on Redis's clock, in milliseconds
  std::int64_t count = 0;
};

struct consumer {
  std::int64_t seen = 0;  // when it last asked for something
};

struct group {
  stream_id last_delivered;
  std::map<stream_id, pending_entry> pending{};
  std::map<std::string, consumer> consumers{};
};

using entry_fields = std::vector<std::string>;  // names and values by turns

struct stored_stream {
  stream_id last_id;
  std::map<stream_id, entry_fields> entries;
  std::map<std::string, group> groups;
};

// The next possible id, and the one before.
stream_id after(stream_id id) noexcept;
stream_id before(stream_id id) noexcept;

// How an entry is answered.
value entry_value(stream_id id, const entry_fields& fields);

}  // namespace clamator::simulation
