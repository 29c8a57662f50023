// One value on the heap that behaves as the value itself: what makes a type that contains itself possible.
//
//   struct Node {
//     std::string name;
//     std::optional<clamator::box<Node>> next;
//   };
#pragma once

#include <concepts>
#include <memory>
#include <type_traits>
#include <utility>

namespace clamator {

// Holds a T, which may be incomplete where box<T> is named. Copies copy the value, == compares values. Only a
// box that was moved from is empty: it may be assigned to, compared and destroyed, nothing else.
//
// A box that is made without a value holds T(). A type that has a box of itself as a member, neither in an
// optional nor in a container, has no finite value: making one recurses until the stack is used up.
template <class T>
class box {
 public:
  using element_type = T;  // what it holds

  // Holds T().
  box() : value_(std::make_unique<T>()) {}
  // Holds what T makes of `value`; implicit where that is. Boxes themselves are left to the copying
  // constructor by the first requirement, which clang-tidy does not see.
  template <class U = T>
    requires(!std::same_as<std::remove_cvref_t<U>, box> && std::is_constructible_v<T, U &&>)
  explicit(!std::is_convertible_v<U&&, T>) box(U&& value)  // NOLINT(bugprone-forwarding-reference-overload)
      : value_(std::make_unique<T>(std::forward<U>(value))) {}
  // A copy of the value.
  box(const box& other) : value_(other.value_ ? std::make_unique<T>(*other.value_) : nullptr) {}
  // Takes the value; `other` is empty then.
  box(box&& other) noexcept = default;
  // A copy of the value; what was here stays where copying throws.
  box& operator=(const box& other) {
    if (this != &other) *this = box(other);
    return *this;
  }
  // Takes the value; `other` is empty then.
  box& operator=(box&& other) noexcept = default;
  // With the value.
  ~box() = default;

  // Whether it was moved from.
  bool valueless_after_move() const noexcept { return value_ == nullptr; }

  T& operator*() noexcept { return *value_; }                    // the value
  const T& operator*() const noexcept { return *value_; }        // the value
  T* operator->() noexcept { return value_.get(); }              // a member of the value
  const T* operator->() const noexcept { return value_.get(); }  // a member of the value

  // Whether the values are equal; empty ones are equal to each other only.
  friend bool operator==(const box& a, const box& b) {
    if (!a.value_ || !b.value_) return a.value_ == b.value_;
    return *a == *b;
  }

 private:
  std::unique_ptr<T> value_;
};

}  // namespace clamator
