// Codecs of std::nullptr_t, of std::tuple, with exactly as many elements as it has, and of open_tuple, with
// at least as many.
#pragma once

#include <cstddef>
#include <tuple>
#include <utility>

#include <clamator/export.hpp>
#include <clamator/protocol/codec/container.hpp>
#include <clamator/protocol/open_tuple.hpp>

namespace clamator::detail {

CLAMATOR_EXPORT void read_nothing(json::reader& in, issue_list& issues);
CLAMATOR_EXPORT void too_few_elements(std::size_t least, std::size_t found, issue_list& issues);

template <>
struct codec_for<std::nullptr_t> {
  static constexpr bool takes_null = true;

  static void read(json::reader& in, std::nullptr_t&, issue_list& issues) { read_nothing(in, issues); }
  static void write(json::writer& out, std::nullptr_t, issue_list&) { out.null(); }
};

template <class T>
void read_item(json::reader& in, T& item, std::size_t index, issue_list& issues) {
  const std::size_t mark = issues.mark();
  decode(in, item, issues);
  if (issues.mark() != mark) issues.prefix(mark, index);
}

template <class T>
void write_item(json::writer& out, const T& item, std::size_t index, issue_list& issues) {
  const std::size_t mark = issues.mark();
  encode(out, item, issues);
  if (issues.mark() != mark) issues.prefix(mark, index);
}

// How many elements there were of those that the tuple has; all of them where the reader stands behind the
// last one.
template <class... Ts>
std::size_t read_items(json::reader& in, std::tuple<Ts...>& items, issue_list& issues) {
  std::size_t count = 0;
  const auto read_next = [&](auto& item) {
    if (!in.next_element()) return false;
    read_item(in, item, count, issues);
    ++count;
    return true;
  };
  std::apply([&](Ts&... item) { (void)(read_next(item) && ...); }, items);
  return count;
}

template <class... Ts>
void write_items(json::writer& out, const std::tuple<Ts...>& items, issue_list& issues) {
  std::size_t index = 0;
  std::apply([&](const Ts&... item) { (write_item(out, item, index++, issues), ...); }, items);
}

template <has_codec... Ts>
struct codec_for<std::tuple<Ts...>> {
  static void read(json::reader& in, std::tuple<Ts...>& out, issue_list& issues) {
    if (!open_array(in, issues)) return;
    std::size_t count = read_items(in, out, issues);
    if (count == sizeof...(Ts)) {
      for (; in.next_element(); ++count) in.skip();
    }
    if (count != sizeof...(Ts) && !in.failed()) wrong_element_count(sizeof...(Ts), count, issues);
  }
  static void write(json::writer& out, const std::tuple<Ts...>& value, issue_list& issues) {
    if (!may_nest(out, issues)) return;
    out.begin_array();
    write_items(out, value, issues);
    out.end_array();
  }
};

template <has_codec Rest, has_codec... Ts>
struct codec_for<open_tuple<Rest, Ts...>> {
  using value_type = open_tuple<Rest, Ts...>;

  static void read(json::reader& in, value_type& out, issue_list& issues) {
    out.rest.clear();
    if (!open_array(in, issues)) return;
    std::size_t count = read_items(in, out.items, issues);
    if (count < sizeof...(Ts)) {
      if (!in.failed()) too_few_elements(sizeof...(Ts), count, issues);
      return;
    }
    for (; in.next_element(); ++count) {
      Rest element{};
      read_item(in, element, count, issues);
      out.rest.push_back(std::move(element));
    }
  }
  static void write(json::writer& out, const value_type& value, issue_list& issues) {
    if (!may_nest(out, issues)) return;
    out.begin_array();
    write_items(out, value.items, issues);
    std::size_t index = sizeof...(Ts);
    for (const auto& element : value.rest) write_item<Rest>(out, element, index++, issues);
    out.end_array();
  }
};

}  // namespace clamator::detail
