// JSON text to a value, stricter than Boost.JSON: no key may stand twice in an object.
#pragma once

#include <optional>
#include <string_view>

#include <boost/json/value.hpp>

#include "document/report.hpp"

namespace clamator::codegen {

// nullopt where the text is not JSON, which is then reported with line and column.
std::optional<boost::json::value> parse_json(std::string_view text, report& to);

}  // namespace clamator::codegen
