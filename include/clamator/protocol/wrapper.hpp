// Describing a class whose only content is one public member, and which is that value alone in JSON:
//
//   struct Limit {
//     double value = 0;
//   };
//   constexpr auto describe_wrapped(clamator::type<Limit>) {
//     return clamator::wraps(&Limit::value, clamator::minimum(0));
//   }
//
// The function stands in the namespace of the class.
#pragma once

#include <tuple>

#include <clamator/protocol/element_checks.hpp>

namespace clamator {

namespace detail {

template <class Owner, class Member, class... Checks>
struct wrapper_entry {
  using member_type = Member;
  Member Owner::* pointer;
  std::tuple<Checks...> checks;
};

}  // namespace detail

// The member that is the value, and checks that it must pass.
template <class Owner, class Member, detail::any_check... Checks>
constexpr auto wraps(Member Owner::* member, Checks... checks) {
  return detail::wrapper_entry<Owner, Member, Checks...>{member, std::tuple<Checks...>(checks...)};
}

}  // namespace clamator
