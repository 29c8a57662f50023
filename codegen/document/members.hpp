// One object of a document, taken apart member by member: what is missing, of a wrong type or unknown is
// reported.
//
//   members of(object, place, "a string node", to);
//   const auto least = of.count("minLength");
//   of.finish();   // names what nobody asked for
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

#include "document/report.hpp"

namespace clamator::codegen {

class members {
 public:
  members(const boost::json::object& of, std::string place, std::string what, report& to)
      : of_(of), place_(std::move(place)), what_(std::move(what)), to_(to) {}

  // Absent or of a wrong type: nothing. Each wrong type is reported.
  const boost::json::value* any(std::string_view name);
  std::optional<std::string> text(std::string_view name);
  std::optional<std::uint64_t> count(std::string_view name);
  std::optional<boost::json::value> number(std::string_view name);
  // A flag is true or left out.
  bool flag(std::string_view name);
  const boost::json::array* list(std::string_view name);

  // Likewise, and it is reported where absent.
  const boost::json::value* require(std::string_view name);
  std::string require_text(std::string_view name);
  const boost::json::array* require_list(std::string_view name);

  void finish();
  void wrong(std::string_view name, std::string_view expected);
  const std::string& place() const { return place_; }

 private:
  const boost::json::object& of_;
  std::string place_;
  std::string what_;
  report& to_;
  std::vector<std::string_view> asked_;
};

// The object that `of` is, or null, which is reported.
const boost::json::object* require_object(const boost::json::value& of, const std::string& place,
                                          std::string_view what, report& to);

}  // namespace clamator::codegen
