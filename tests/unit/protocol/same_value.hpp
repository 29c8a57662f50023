// Whether a value that our reader made is the one that nlohmann's parser made.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <boost/json/value.hpp>
#include <nlohmann/json.hpp>

inline bool same(const boost::json::value& ours, const nlohmann::json& theirs) {
  switch (ours.kind()) {
    case boost::json::kind::null:
      return theirs.is_null();
    case boost::json::kind::bool_:
      return theirs.is_boolean() && theirs.get<bool>() == ours.get_bool();
    case boost::json::kind::int64:
      return theirs.is_number_integer() && theirs.get<std::int64_t>() == ours.get_int64();
    case boost::json::kind::uint64:
      return theirs.is_number_unsigned() && theirs.get<std::uint64_t>() == ours.get_uint64();
    case boost::json::kind::double_:
      return theirs.is_number() && theirs.get<double>() == ours.get_double();
    case boost::json::kind::string:
      return theirs.is_string() &&
             theirs.get_ref<const std::string&>() == std::string_view(ours.get_string());
    case boost::json::kind::array: {
      const auto& elements = ours.get_array();
      if (!theirs.is_array() || theirs.size() != elements.size()) return false;
      for (std::size_t i = 0; i < elements.size(); ++i) {
        if (!same(elements[i], theirs[i])) return false;
      }
      return true;
    }
    case boost::json::kind::object: {
      if (!theirs.is_object() || theirs.size() != ours.get_object().size()) return false;
      for (const auto& member : ours.get_object()) {
        const auto at = theirs.find(std::string(member.key()));
        if (at == theirs.end() || !same(member.value(), *at)) return false;
      }
      return true;
    }
  }
  return false;
}
