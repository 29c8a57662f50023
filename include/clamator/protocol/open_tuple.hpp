// An array whose first elements have types of their own and whose further ones have one type: [1, "a", true,
// true] is an open_tuple<bool, int, std::string>.
#pragma once

#include <tuple>
#include <utility>
#include <vector>

namespace clamator {

// The first elements, which are all there, and the further ones, as many as there are.
template <class Rest, class... Ts>
class open_tuple {
 public:
  // Without further elements; the first ones are Ts().
  open_tuple() = default;
  // With these.
  explicit open_tuple(std::tuple<Ts...> first, std::vector<Rest> further = {})
      : items(std::move(first)), rest(std::move(further)) {}

  std::tuple<Ts...> items{};  // the first elements
  std::vector<Rest> rest;     // the further ones

  // Whether all elements are equal.
  friend bool operator==(const open_tuple&, const open_tuple&) = default;
};

}  // namespace clamator
