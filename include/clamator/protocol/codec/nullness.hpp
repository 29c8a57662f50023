// Which types have a value that is null in JSON, so that an optional of one is empty only where its key is
// absent.
#pragma once

#include <clamator/protocol/codec/core.hpp>

namespace clamator::detail {

template <class T>
inline constexpr bool takes_null = false;
template <class T>
  requires requires {
    { codec<T>::takes_null } -> std::convertible_to<bool>;
  }
inline constexpr bool takes_null<T> = codec<T>::takes_null;

}  // namespace clamator::detail
