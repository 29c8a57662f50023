// Reading a parsed reply: a cursor of two pointers, passed by value.
//
//   reply_view reply(parser.nodes(), received);
//   for (reply_view entry : reply) use(entry.first().text(), entry.first().next());
//
// Every function has a defined answer for every type of reply, so that a server which answers with something
// else than expected leads to a wrong value, never to a read out of bounds. It is for the caller to ask
// type() where that matters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>

#include <clamator/export.hpp>
#include <clamator/redis/resp/node.hpp>

namespace clamator::redis::resp {

// One element of a reply, and all that it holds.
class CLAMATOR_EXPORT reply_view {
 public:
  class iterator;

  // A null.
  reply_view() noexcept = default;

  // The reply that `nodes` (a parser's, or those of one element) describe within `received`, which begins
  // with the whole reply's first byte; a null without nodes. Both must outlive the view and every view that
  // comes from it.
  reply_view(std::span<const node> nodes, std::string_view received) noexcept {
    if (!nodes.empty()) *this = reply_view(nodes.data(), nodes.data() + nodes.size(), received.data());
  }

  kind type() const noexcept { return node_->type; }                // what it is
  bool is_null() const noexcept { return type() == kind::null; }    // whether it is a null
  bool is_error() const noexcept { return type() == kind::error; }  // whether it is an error
  bool is_array() const noexcept { return type() == kind::array; }  // whether it is an array

  // The text of a simple string, an error or a bulk string; empty for the rest.
  std::string_view text() const noexcept {
    return has_text() ? std::string_view(bytes_ + node_->offset, static_cast<std::size_t>(node_->value))
                      : std::string_view();
  }

  // The number of an integer reply; 0 for the rest.
  std::int64_t integer() const noexcept { return type() == kind::integer ? node_->value : 0; }

  // The number of an integer reply, or that a text is, all of it, as Redis writes integers; else nothing.
  std::optional<std::int64_t> as_integer() const noexcept;

  // Elements of an array; 0 for the rest.
  std::size_t size() const noexcept { return is_array() ? static_cast<std::size_t>(node_->value) : 0; }

  // The first element of an array; a null if there is none.
  reply_view first() const noexcept {
    return size() != 0 ? reply_view(node_ + 1, node_ + node_->span, bytes_) : reply_view();
  }

  // The element that follows this one in its array, in constant time; a null behind the last.
  reply_view next() const noexcept {
    const node* const sibling = node_ + node_->span;
    return sibling < end_ ? reply_view(sibling, end_, bytes_) : reply_view();
  }

  // The element at `index`, linear in `index`; a null if there is none.
  reply_view operator[](std::size_t index) const noexcept;

  // Over the elements of an array; an empty range for the rest.
  iterator begin() const noexcept;
  // Behind the last of them.
  iterator end() const noexcept;

 private:
  static constexpr node null_node{};

  reply_view(const node* first, const node* end, const char* bytes) noexcept
      : node_(first), end_(end), bytes_(bytes) {}

  bool has_text() const noexcept {
    return type() == kind::bulk || type() == kind::simple_string || type() == kind::error;
  }

  const node* node_ = &null_node;
  const node* end_ = &null_node + 1;  // behind the last node of what holds this element
  const char* bytes_ = nullptr;
};

// Over the elements of an array. Valid for as long as the nodes and the text are.
class reply_view::iterator {
 public:
  using iterator_concept = std::forward_iterator_tag;  // it may be copied, and each copy goes its own way
  using iterator_category = std::input_iterator_tag;   // of old, as it gives no references
  using value_type = reply_view;                       // an element
  using reference = reply_view;                        // an element, by value
  using pointer = void;                                // there is none
  using difference_type = std::ptrdiff_t;              // how many elements lie between two

  // Nowhere.
  iterator() noexcept = default;

  // The element.
  reply_view operator*() const noexcept { return {at_, end_, bytes_}; }
  // On to the next one, in constant time.
  iterator& operator++() noexcept {
    at_ += at_->span;
    return *this;
  }
  // The same, and gives where it was.
  iterator operator++(int) noexcept {
    iterator before = *this;
    ++*this;
    return before;
  }
  // Whether both are at the same element.
  bool operator==(const iterator& other) const noexcept { return at_ == other.at_; }

 private:
  friend class reply_view;
  iterator(const node* at, const node* end, const char* bytes) noexcept : at_(at), end_(end), bytes_(bytes) {}

  const node* at_ = nullptr;
  const node* end_ = nullptr;
  const char* bytes_ = nullptr;
};

inline reply_view::iterator reply_view::begin() const noexcept {
  return {node_ + 1, node_ + node_->span, bytes_};
}

inline reply_view::iterator reply_view::end() const noexcept {
  return {node_ + node_->span, node_ + node_->span, bytes_};
}

}  // namespace clamator::redis::resp
