// The range of the options that bound messages, for clients and servers alike.
#pragma once

#include <cstddef>

namespace clamator::detail {

// Throws usage_error with the option's name for one out of range.
void check_messages(unsigned max_depth, std::size_t max_message_bytes);

}  // namespace clamator::detail
