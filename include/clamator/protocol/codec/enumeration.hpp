// Codec of enums, as strings: by BOOST_DESCRIBE_ENUM (the enumerators' own names) or by a table beside the
// enum, which wins:
//
//   constexpr auto describe_enum(clamator::type<Color>) {
//     return clamator::enumerators<Color>({{Color::red, "red"}, {Color::dark_green, "dark-green"}});
//   }
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

#include <boost/describe/enumerators.hpp>

#include <clamator/export.hpp>
#include <clamator/protocol/codec/core.hpp>
#include <clamator/protocol/codec/values.hpp>

namespace clamator {

// A line of an enum's table.
template <class Enum>
struct enumerator {
  Enum value;             // the enumerator
  std::string_view name;  // the string that stands for it in JSON, of static storage
};

// The table of an enum, for its describe_enum(). A string that is not in it is an issue on reading, and so is
// an enumerator that is not in it on writing.
template <class Enum, std::size_t Size>
constexpr std::array<enumerator<Enum>, Size> enumerators(const enumerator<Enum> (&list)[Size]) {
  return std::to_array(list);
}

namespace detail {

struct enum_name {
  std::int64_t value;
  std::string_view name;
};

// Unchanged where there is an issue.
CLAMATOR_EXPORT void read_enum(json::reader& in, std::int64_t& value, std::span<const enum_name> names,
                               issue_list& issues);
CLAMATOR_EXPORT void write_enum(json::writer& out, std::int64_t value, std::span<const enum_name> names,
                                issue_list& issues);

template <class T>
concept has_enum_table = std::is_enum_v<T> && requires { describe_enum(type<T>{}); };
template <class T>
concept has_boost_enumerators = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

template <class Enum, template <class...> class List, class... Descriptors>
constexpr auto names_from_boost(List<Descriptors...>) {
  return std::array<enum_name, sizeof...(Descriptors)>{
      enum_name{static_cast<std::int64_t>(Descriptors::value), Descriptors::name}...};
}

template <class Enum>
inline constexpr auto enum_names = [] {
  if constexpr (has_enum_table<Enum>) {
    constexpr auto table = describe_enum(type<Enum>{});
    std::array<enum_name, table.size()> names{};
    for (std::size_t i = 0; i < table.size(); ++i) {
      names[i] = {static_cast<std::int64_t>(table[i].value), table[i].name};
    }
    return names;
  } else {
    return names_from_boost<Enum>(boost::describe::describe_enumerators<Enum>{});
  }
}();

template <class T>
  requires(has_enum_table<T> || has_boost_enumerators<T>) && (!has_value_table<T>)
struct codec_for<T> {
  static void read(json::reader& in, T& out, issue_list& issues) {
    auto value = static_cast<std::int64_t>(out);
    read_enum(in, value, enum_names<T>, issues);
    out = static_cast<T>(value);
  }
  static void write(json::writer& out, T value, issue_list& issues) {
    write_enum(out, static_cast<std::int64_t>(value), enum_names<T>, issues);
  }
};

}  // namespace detail
}  // namespace clamator
