// Finding the id in an envelope that strict JSON refuses, so that its call can fail at once instead of at its
// deadline: Python peers may write NaN, Infinity, lone surrogates, duplicate keys or any depth.
#pragma once

#include <string_view>

namespace clamator::detail {

// The id as it stands in the text (a string with its quotes, or a number), empty where none can be made out.
// Only the outermost object's own "id" counts.
std::string_view recover_id(std::string_view text) noexcept;

}  // namespace clamator::detail
