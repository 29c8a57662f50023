// A growable run of bytes that is written straight into: JSON, RESP and everything else that leaves goes
// through one of these. Growing does not zero, which is why it is not a std::string.
#pragma once

#include <cstddef>
#include <cstring>
#include <string_view>
#include <utility>

#include <clamator/protocol/recycled_memory.hpp>

namespace clamator {

// Movable, not copyable; not for two threads at once.
class buffer {
 public:
  // Empty, without memory.
  buffer() noexcept = default;
  // Takes content and memory; `other` is empty then.
  buffer(buffer&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)),
        size_(std::exchange(other.size_, 0)),
        capacity_(std::exchange(other.capacity_, 0)) {}
  ~buffer() { drop(); }
  // The same; what was here is gone.
  buffer& operator=(buffer&& other) noexcept {
    if (this == &other) return *this;
    drop();
    data_ = std::exchange(other.data_, nullptr);
    size_ = std::exchange(other.size_, 0);
    capacity_ = std::exchange(other.capacity_, 0);
    return *this;
  }

  // The content. Valid, as what data() gives, until the next call that may grow it, or the buffer's end.
  std::string_view view() const noexcept { return {data_, size_}; }
  // The first byte; null where nothing was ever reserved.
  const char* data() const noexcept { return data_; }
  // The same, to be written to.
  char* data() noexcept { return data_; }
  std::size_t size() const noexcept { return size_; }          // bytes of content
  std::size_t capacity() const noexcept { return capacity_; }  // bytes of memory
  bool empty() const noexcept { return size_ == 0; }           // whether there is no content

  // Forgets the content and keeps the memory.
  void clear() noexcept { size_ = 0; }

  // Forgets the content, and the memory where it is more than whoever reuses a buffer should sit on after one
  // giant message.
  void recycle() noexcept {
    constexpr std::size_t most_kept = std::size_t{1} << 20;
    size_ = 0;
    if (capacity_ > most_kept) drop();
  }

  // Cuts the content to its first `size` bytes, which must not be more than there are.
  void truncate(std::size_t size) noexcept { size_ = size; }

  // Room for at least `bytes` more behind the content; valid until the next call that may grow.
  // Throws std::bad_alloc.
  char* reserve(std::size_t bytes) {
    if (capacity_ - size_ < bytes) grow(bytes);
    return data_ + size_;
  }

  // Takes the first `bytes` of what reserve() gave into the content.
  void commit(std::size_t bytes) noexcept { size_ += bytes; }

  // Adds `text`, which may not be a view of this buffer. Throws std::bad_alloc, and nothing was added then.
  void append(std::string_view text) {
    if (text.empty()) return;
    std::memcpy(reserve(text.size()), text.data(), text.size());
    size_ += text.size();
  }
  // Adds one character. Throws std::bad_alloc.
  void push_back(char c) {
    *reserve(1) = c;
    ++size_;
  }

  // Removes the first `bytes`; what is behind them moves to the front.
  void consume(std::size_t bytes) noexcept {
    std::memmove(data_, data_ + bytes, size_ - bytes);
    size_ -= bytes;
  }

 private:
  // What large contents need is known as a rule when they come: twice as much would lie idle.
  void grow(std::size_t bytes) {
    constexpr std::size_t large = std::size_t{64} << 10;
    std::size_t capacity = capacity_ < 128 ? 256 : capacity_ * 2;
    while (capacity - size_ < bytes && capacity < large) capacity *= 2;
    if (capacity - size_ < bytes) capacity = (size_ + bytes + large - 1) / large * large;
    auto* const data = static_cast<char*>(detail::allocate_recycled(capacity));
    if (size_ != 0) std::memcpy(data, data_, size_);
    drop();
    data_ = data;
    capacity_ = capacity;
  }
  // The memory, and not the size.
  void drop() noexcept {
    if (data_ != nullptr) detail::free_recycled(std::exchange(data_, nullptr), capacity_);
    capacity_ = 0;
  }

  char* data_ = nullptr;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace clamator
