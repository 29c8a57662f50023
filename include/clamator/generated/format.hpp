// Checks of strings by the formats that contracts name. What each accepts is what Zod 3.25 accepts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <clamator/export.hpp>
#include <clamator/protocol/checks.hpp>

namespace clamator {

namespace detail {

CLAMATOR_EXPORT bool is_email(std::string_view text) noexcept;
CLAMATOR_EXPORT bool is_url(std::string_view text);
CLAMATOR_EXPORT bool is_emoji(std::string_view text) noexcept;
CLAMATOR_EXPORT bool is_uuid(std::string_view text) noexcept;
CLAMATOR_EXPORT bool is_nanoid(std::string_view text) noexcept;
CLAMATOR_EXPORT bool is_cuid(std::string_view text) noexcept;
CLAMATOR_EXPORT bool is_cuid2(std::string_view text) noexcept;
CLAMATOR_EXPORT bool is_ulid(std::string_view text) noexcept;
CLAMATOR_EXPORT bool is_base64(std::string_view text) noexcept;
CLAMATOR_EXPORT bool is_base64url(std::string_view text) noexcept;
CLAMATOR_EXPORT bool is_date(std::string_view text) noexcept;
CLAMATOR_EXPORT bool is_time(std::string_view text, std::optional<int> precision) noexcept;
CLAMATOR_EXPORT bool is_datetime(std::string_view text, bool offset, bool local,
                                 std::optional<int> precision) noexcept;
CLAMATOR_EXPORT bool is_duration(std::string_view text) noexcept;
CLAMATOR_EXPORT bool is_ipv4(std::string_view text) noexcept;
CLAMATOR_EXPORT bool is_ipv6(std::string_view text) noexcept;
CLAMATOR_EXPORT bool is_cidrv4(std::string_view text) noexcept;
CLAMATOR_EXPORT bool is_cidrv6(std::string_view text) noexcept;
CLAMATOR_EXPORT bool is_jwt(std::string_view text, std::string_view algorithm);

// " with 3 decimals", or nothing.
CLAMATOR_EXPORT std::string decimals_text(std::optional<int> precision);

struct format_check {
  bool (*accepts)(std::string_view text);
  const char* words;
  template <class T>
  bool holds(const T& value) const {
    static_assert(text_like<T>, "formats apply to strings");
    return accepts(value);
  }
  std::string message() const { return std::string("must be ") + words; }
};

struct time_check {
  std::optional<int> precision;
  template <class T>
  bool holds(const T& value) const {
    static_assert(text_like<T>, "formats apply to strings");
    return is_time(value, precision);
  }
  std::string message() const { return "must be a time like 23:59:59" + decimals_text(precision); }
};

struct datetime_check {
  bool offset;
  bool local;
  std::optional<int> precision;
  template <class T>
  bool holds(const T& value) const {
    static_assert(text_like<T>, "formats apply to strings");
    return is_datetime(value, offset, local, precision);
  }
  std::string message() const {
    return "must be a date and time like 2000-12-31T23:59:59" + std::string(local ? "" : "Z") +
           (offset ? " or with an offset like +02:00" : "") + decimals_text(precision);
  }
};

struct jwt_check {
  const char* algorithm;
  template <class T>
  bool holds(const T& value) const {
    static_assert(text_like<T>, "formats apply to strings");
    return is_jwt(value, algorithm);
  }
  std::string message() const {
    const std::string_view name = algorithm;
    return "must be a JSON web token" + (name.empty() ? std::string() : " of algorithm " + std::string(name));
  }
};

}  // namespace detail

// The formats, which are checks: clamator::field("mail", &Person::mail, clamator::format::email).
namespace format {

// An address like ada@example.org.
inline constexpr detail::format_check email{detail::is_email, "an email address"};
// Whatever the URL standard can parse without a base.
inline constexpr detail::format_check url{detail::is_url, "a URL"};
// One emoji or more, and nothing else.
inline constexpr detail::format_check emoji{detail::is_emoji, "emoji"};
// A UUID of any version.
inline constexpr detail::format_check uuid{detail::is_uuid, "a UUID"};
// A Nano ID of the usual length.
inline constexpr detail::format_check nanoid{detail::is_nanoid, "a Nano ID"};
// A CUID of the first version.
inline constexpr detail::format_check cuid{detail::is_cuid, "a CUID"};
// A CUID of the second version.
inline constexpr detail::format_check cuid2{detail::is_cuid2, "a CUID2"};
// A ULID.
inline constexpr detail::format_check ulid{detail::is_ulid, "a ULID"};
// Base64 with padding (RFC 4648 section 4).
inline constexpr detail::format_check base64{detail::is_base64, "base64"};
// Base64 for URLs, whose padding may be left out (RFC 4648 section 5).
inline constexpr detail::format_check base64url{detail::is_base64url, "base64url"};
// A day of the calendar.
inline constexpr detail::format_check date{detail::is_date, "a date like 2000-12-31"};
// A duration of ISO 8601.
inline constexpr detail::format_check duration{detail::is_duration, "a duration like P1DT12H"};

// Which addresses ip() and cidr() take.
enum class ip_version {
  any,  // either
  v4,   // 192.0.2.1
  v6,   // 2001:db8::1
};

// A time of day. `precision` is how many decimals the seconds must have.
constexpr auto time(std::optional<int> precision = {}) {
  return detail::time_check{precision};
}
// A date and a time, with Z behind it. `offset` takes +02:00 as well, `local` takes neither as well;
// `precision` as with time().
constexpr auto datetime(bool offset = false, bool local = false, std::optional<int> precision = {}) {
  return detail::datetime_check{offset, local, precision};
}
// An IP address.
constexpr auto ip(ip_version version = ip_version::any) {
  if (version == ip_version::v4) return detail::format_check{detail::is_ipv4, "an IPv4 address"};
  if (version == ip_version::v6) return detail::format_check{detail::is_ipv6, "an IPv6 address"};
  return detail::format_check{
      [](std::string_view text) { return detail::is_ipv4(text) || detail::is_ipv6(text); }, "an IP address"};
}
// A range of IP addresses, like 192.0.2.0/24.
constexpr auto cidr(ip_version version = ip_version::any) {
  if (version == ip_version::v4) return detail::format_check{detail::is_cidrv4, "an IPv4 range"};
  if (version == ip_version::v6) return detail::format_check{detail::is_cidrv6, "an IPv6 range"};
  return detail::format_check{
      [](std::string_view text) { return detail::is_cidrv4(text) || detail::is_cidrv6(text); },
      "an IP range"};
}
// A JSON web token; its signature is not verified. `algorithm` is a literal, what the header must say; any
// where it is empty.
constexpr auto jwt(const char* algorithm = "") {
  return detail::jwt_check{algorithm};
}

}  // namespace format
}  // namespace clamator
