// Codecs of boost::json::value, object and array, for data whose form is not known. They are read by our own
// reader (Boost.JSON 1.81 rounds some doubles wrongly) and built in the memory resource of their target.
// Integers become int64, or uint64 beyond it; everything else is a double. Duplicate keys are refused.
#pragma once

#include <boost/json/value.hpp>

#include <clamator/export.hpp>
#include <clamator/protocol/codec/core.hpp>

namespace clamator::detail {

template <>
struct CLAMATOR_EXPORT codec_for<boost::json::value> {
  static constexpr bool takes_null = true;

  static void read(json::reader& in, boost::json::value& out, issue_list& issues);
  static void write(json::writer& out, const boost::json::value& value, issue_list& issues);
};

template <>
struct CLAMATOR_EXPORT codec_for<boost::json::object> {
  static void read(json::reader& in, boost::json::object& out, issue_list& issues);
  static void write(json::writer& out, const boost::json::object& value, issue_list& issues);
};

template <>
struct CLAMATOR_EXPORT codec_for<boost::json::array> {
  static void read(json::reader& in, boost::json::array& out, issue_list& issues);
  static void write(json::writer& out, const boost::json::array& value, issue_list& issues);
};

}  // namespace clamator::detail
