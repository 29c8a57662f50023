// What a contract says of one method: its name on the wire and the types of its params and result.
//
//   inline constexpr clamator::method<AddParams, AddResult> add{"arith.add"};
//   inline constexpr clamator::notification<PingParams> ping{"arith.ping"};
//
// Both sides use the same one: client.call(add, {2, 3}, ...) and service.handle(add, ...).
#pragma once

#include <string_view>

#include <clamator/protocol/error.hpp>
#include <clamator/protocol/name.hpp>

namespace clamator {

namespace detail {

// Only of static storage, since it is kept as a view: a string literal, in practice.
class method_base {
 public:
  constexpr std::string_view full_name() const noexcept { return full_name_; }
  constexpr std::string_view service() const noexcept { return split_method(full_name_).service; }
  constexpr std::string_view name() const noexcept { return split_method(full_name_).method; }

 protected:
  constexpr explicit method_base(const char* full_name) : full_name_(full_name) {
    if (!split_method(full_name_).valid()) {
      // In one line, which is all that a compiler shows of it.
      throw usage_error("a method is named <service>.<method>: [a-z][a-z0-9-]*.[a-z][a-zA-Z0-9-]*");
    }
  }

 private:
  std::string_view full_name_;
};

}  // namespace detail

// A method with a reply. A name that the wire does not allow does not compile in a constexpr, and throws
// usage_error elsewhere. Cheap to copy, immutable, any thread.
template <class Params, class Result>
class method : public detail::method_base {
 public:
  using params_type = Params;  // what it takes
  using result_type = Result;  // what it answers with
  // `full_name` is a literal, "<service>.<method>".
  constexpr explicit method(const char* full_name) : method_base(full_name) {}
};

// A method without a reply.
template <class Params>
class notification : public detail::method_base {
 public:
  using params_type = Params;  // what it takes
  // `full_name` is a literal, "<service>.<method>".
  constexpr explicit notification(const char* full_name) : method_base(full_name) {}
};

}  // namespace clamator
