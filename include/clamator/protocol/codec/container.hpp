// Codecs of what holds other values: optional, pointers, sequences, and maps with string keys.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <clamator/export.hpp>
#include <clamator/protocol/codec/nullness.hpp>
#include <clamator/protocol/codec/scalar.hpp>

namespace clamator::detail {

// Whether an array or object was begun; something else is stepped over and reported.
CLAMATOR_EXPORT bool open_array(json::reader& in, issue_list& issues);
CLAMATOR_EXPORT bool open_object(json::reader& in, issue_list& issues);
// Whether there is room for one more array or object in what is written; else null stands there, with an
// issue.
CLAMATOR_EXPORT bool may_nest(json::writer& out, issue_list& issues);
// Steps over the value of a key that was there before.
CLAMATOR_EXPORT void refuse_duplicate(json::reader& in, const std::string& key, issue_list& issues);
CLAMATOR_EXPORT void wrong_element_count(std::size_t expected, std::size_t found, issue_list& issues);

template <class Sequence>
void write_elements(json::writer& out, const Sequence& values, issue_list& issues) {
  if (!may_nest(out, issues)) return;
  out.begin_array();
  std::size_t index = 0;
  for (auto&& value : values) {
    const std::size_t mark = issues.mark();
    encode<typename Sequence::value_type>(out, value, issues);
    if (issues.mark() != mark) issues.prefix(mark, index);
    ++index;
  }
  out.end_array();
}

template <has_codec T>
struct codec_for<std::optional<T>> {
  static void read(json::reader& in, std::optional<T>& out, issue_list& issues) {
    // Where null is a value of T itself, only what is absent is empty.
    if (!takes_null<T> && in.peek() == json::token::null) {
      in.read_null();
      out.reset();
    } else {
      decode(in, out.emplace(), issues);
    }
  }
  static void write(json::writer& out, const std::optional<T>& value, issue_list& issues) {
    if (value) return encode(out, *value, issues);
    out.null();
  }
};

// null is a null pointer. Each pointer is written with what it points to; a cycle is an issue, as it nests
// too deeply.
template <class Pointer>
struct pointer_codec {
  using element = typename Pointer::element_type;
  static void read(json::reader& in, Pointer& out, issue_list& issues) {
    out.reset();
    if (in.peek() == json::token::null) return in.read_null();
    auto value = std::make_unique<element>();
    decode(in, *value, issues);
    out = std::move(value);
  }
  static void write(json::writer& out, const Pointer& value, issue_list& issues) {
    if (value) return encode(out, *value, issues);
    out.null();
  }
};
template <has_codec T>
struct codec_for<std::unique_ptr<T>> : pointer_codec<std::unique_ptr<T>> {};
template <has_codec T>
struct codec_for<std::shared_ptr<T>> : pointer_codec<std::shared_ptr<T>> {};

template <has_codec T, class Allocator>
struct codec_for<std::vector<T, Allocator>> {
  using sequence = std::vector<T, Allocator>;
  static void read(json::reader& in, sequence& out, issue_list& issues) {
    out.clear();
    if (!open_array(in, issues)) return;
    for (std::size_t index = 0; in.next_element(); ++index) {
      const std::size_t mark = issues.mark();
      if constexpr (std::same_as<T, bool>) {
        bool value = false;
        decode(in, value, issues);
        out.push_back(value);
      } else {
        decode(in, out.emplace_back(), issues);
      }
      if (issues.mark() != mark) issues.prefix(mark, index);
    }
  }
  static void write(json::writer& out, const sequence& value, issue_list& issues) {
    write_elements(out, value, issues);
  }
};

// Exactly as many elements as the array has.
template <has_codec T, std::size_t Size>
struct codec_for<std::array<T, Size>> {
  static void read(json::reader& in, std::array<T, Size>& out, issue_list& issues) {
    if (!open_array(in, issues)) return;
    std::size_t index = 0;
    for (; in.next_element(); ++index) {
      if (index < Size) {
        const std::size_t mark = issues.mark();
        decode(in, out[index], issues);
        issues.prefix(mark, index);
      } else {
        in.skip();
      }
    }
    if (index != Size && !in.failed()) wrong_element_count(Size, index, issues);
  }
  static void write(json::writer& out, const std::array<T, Size>& value, issue_list& issues) {
    write_elements(out, value, issues);
  }
};

template <class Map>
struct map_codec {
  static void read(json::reader& in, Map& out, issue_list& issues) {
    out.clear();
    if (!open_object(in, issues)) return;
    for (std::string_view name; in.next_key(name);) {
      const auto [at, fresh] = out.try_emplace(std::string(name));
      if (!fresh) {
        refuse_duplicate(in, at->first, issues);
        continue;
      }
      const std::size_t mark = issues.mark();
      decode(in, at->second, issues);
      if (issues.mark() != mark) issues.prefix(mark, at->first);
    }
  }
  static void write(json::writer& out, const Map& value, issue_list& issues) {
    if (!may_nest(out, issues)) return;
    out.begin_object();
    for (const auto& [name, element] : value) {
      write_key(out, name, issues);
      const std::size_t mark = issues.mark();
      encode(out, element, issues);
      if (issues.mark() != mark) issues.prefix(mark, name);
    }
    out.end_object();
  }
};
template <has_codec T, class Compare, class Allocator>
struct codec_for<std::map<std::string, T, Compare, Allocator>>
    : map_codec<std::map<std::string, T, Compare, Allocator>> {};
template <has_codec T, class Hash, class Equal, class Allocator>
struct codec_for<std::unordered_map<std::string, T, Hash, Equal, Allocator>>
    : map_codec<std::unordered_map<std::string, T, Hash, Equal, Allocator>> {};

}  // namespace clamator::detail
