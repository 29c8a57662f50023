// Values of JSON as a contract compares them: numbers by what they are, not by how they are written.
#pragma once

#include <string>

#include <boost/json/value.hpp>

namespace clamator::codegen {

// A contract's numbers are JavaScript's, each of them a double.
double number_of(const boost::json::value& number);
bool same_scalar(const boost::json::value& one, const boost::json::value& other);
// For a message: the JSON text, cut where it is long.
std::string shown(const boost::json::value& value);

}  // namespace clamator::codegen
