// How commands on streams are written: ids and ranges of them, and what is answered to the wrong key.
#pragma once

#include <string>
#include <utility>

#include "simulation/answer_value.hpp"
#include "simulation/stored_stream.hpp"

namespace clamator::simulation {

// "12-3", or "12" with that sequence.
stream_id range_id(const std::string& text, std::uint64_t sequence);

// "-", "+", "12", "12-3" or "(12-3", both ends included in what is returned.
std::pair<stream_id, stream_id> id_range(const std::string& first, const std::string& last);

value wrong_kind();
value no_group(const std::string& key, const std::string& group, const std::string& end = {});

}  // namespace clamator::simulation
