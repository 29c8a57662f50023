// From the contract's names to those of a language: fooBar, foo-bar and HTTPServer, word by word.
#pragma once

#include <string>
#include <string_view>

namespace clamator::codegen {

// "processId" is process_id, "HTTPServer" is http_server, "dark-green" is dark_green. Other characters than
// letters and digits of ASCII part words; "field" where nothing is left, and "_" before a leading digit.
std::string snake_case(std::string_view name);

// "processId" is ProcessId, "dark-green" is DarkGreen. A leading digit stays.
std::string pascal_case(std::string_view name);

}  // namespace clamator::codegen
