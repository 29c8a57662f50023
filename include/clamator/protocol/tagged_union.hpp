// A std::variant of structs, told apart by one member of the object, whose value is a string:
//
//   using Shape = std::variant<Circle, Square>;
//   constexpr auto describe_union(clamator::type<Shape>) {
//     return clamator::tagged("kind", clamator::alternative<Circle>("circle"),
//                             clamator::alternative<Square>("square"));
//   }
//
// The function stands in the namespace of one of the alternatives. The alternatives have no field for the
// discriminator: it is the union's own, read at any position and written first.
#pragma once

#include <tuple>

namespace clamator {

namespace detail {

template <class T>
struct union_alternative {
  using value_type = T;
  const char* tag;
};

template <class... Alternatives>
struct union_description {
  const char* key;
  std::tuple<Alternatives...> alternatives;
};

}  // namespace detail

// One alternative: its type, a described struct, and the discriminator's value for it, a literal.
template <class T>
constexpr auto alternative(const char* tag) {
  return detail::union_alternative<T>{tag};
}

// The table: the discriminator's key, a literal, and each alternative of the std::variant once, in any order.
template <class... Alternatives>
constexpr auto tagged(const char* key, Alternatives... alternatives) {
  return detail::union_description<Alternatives...>{key, std::tuple<Alternatives...>(alternatives...)};
}

}  // namespace clamator
