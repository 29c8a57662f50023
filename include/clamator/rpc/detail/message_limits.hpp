// The range of the options that bound messages, for clients and servers alike.
#pragma once

#include <cstddef>

#include <clamator/export.hpp>

namespace clamator::detail {

// Throws usage_error with the option's name for one out of range.
CLAMATOR_EXPORT void check_messages(unsigned max_depth, std::size_t max_message_bytes);

}  // namespace clamator::detail
