// What the caller of a request hears that was begun as often as it may be.
#pragma once

#include <string>
#include <string_view>

namespace clamator::redis::detail {

// The error, for the call whose request is `envelope`; empty for a notification, and where no id can be made
// out.
std::string exhausted_reply(std::string_view envelope, unsigned attempts);

}  // namespace clamator::redis::detail
