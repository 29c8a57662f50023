// Where a request's invocation lives while it runs: memory that the next request uses again, since these come
// one after the other and are of a few types.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <new>
#include <utility>

namespace clamator::detail {

class invocation;

// Holds one invocation or none. For one thread at a time.
class invocation_slot {
 public:
  // Of an invocation that is larger, the memory goes with it.
  static constexpr std::size_t kept_at_most = 4096;

  invocation_slot() = default;
  invocation_slot(const invocation_slot&) = delete;
  invocation_slot& operator=(const invocation_slot&) = delete;
  ~invocation_slot() { reset(); }

  // Makes one in place of what was there. Throws what its constructor does, or std::bad_alloc; it is empty
  // then.
  template <class Invocation, class... Arguments>
  Invocation& emplace(Arguments&&... arguments) {
    reset();
    if (size_ < sizeof(Invocation) || memory_.get_deleter().alignment < alignof(Invocation))
      grow(sizeof(Invocation), alignof(Invocation));
    auto* const made = new (memory_.get()) Invocation(std::forward<Arguments>(arguments)...);
    held_ = made;
    destroy_ = [](invocation& which) noexcept { static_cast<Invocation&>(which).~Invocation(); };
    return *made;
  }

  void reset() noexcept {
    if (held_ == nullptr) return;
    destroy_(*std::exchange(held_, nullptr));
    if (size_ > kept_at_most) drop();
  }

  explicit operator bool() const noexcept { return held_ != nullptr; }
  invocation* operator->() const noexcept { return held_; }
  invocation& operator*() const noexcept { return *held_; }

 private:
  struct release {
    release() noexcept : alignment(__STDCPP_DEFAULT_NEW_ALIGNMENT__) {}
    explicit release(std::size_t of) noexcept : alignment(of) {}
    std::size_t alignment;
    void operator()(void* memory) const noexcept { ::operator delete(memory, std::align_val_t{alignment}); }
  };

  void drop() noexcept {
    memory_.reset();
    size_ = 0;
  }
  void grow(std::size_t size, std::size_t alignment) {
    drop();
    const release deleter(std::max(alignment, memory_.get_deleter().alignment));
    memory_ =
        std::unique_ptr<void, release>(::operator new(size, std::align_val_t{deleter.alignment}), deleter);
    size_ = size;
  }

  std::unique_ptr<void, release> memory_;
  std::size_t size_ = 0;
  invocation* held_ = nullptr;
  void (*destroy_)(invocation&) noexcept = nullptr;
};

}  // namespace clamator::detail
