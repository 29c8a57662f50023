// The keys of an envelope's members.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include <clamator/protocol/json/reader.hpp>

namespace clamator::detail {

struct envelope_key {
  std::string_view quoted;  // as it is written: "name":

  constexpr std::string_view name() const noexcept { return quoted.substr(1, quoted.size() - 3); }
};

// Steps through an object. Keys that come in the order of `keys` are compared word by word, without being
// read: a call in memory takes 0.92 of the instructions.
template <std::size_t Count>
class envelope_keys {
 public:
  constexpr explicit envelope_keys(const std::array<envelope_key, Count>& keys) noexcept : keys_(keys) {}

  // `which` becomes the place of the next member's key among the keys, or Count for another one. False at the
  // object's end or on failure. May throw std::bad_alloc.
  bool next(json::reader& in, std::size_t& which) {
    if (expected_ < Count && in.accept_key(keys_[expected_].quoted)) {
      which = expected_++;
      return true;
    }
    std::string_view key;
    if (!in.next_key(key)) return false;
    for (which = 0; which < Count && keys_[which].name() != key; ++which) {
    }
    expected_ = which + 1;
    return true;
  }

 private:
  const std::array<envelope_key, Count>& keys_;
  std::size_t expected_ = 0;
};

}  // namespace clamator::detail
