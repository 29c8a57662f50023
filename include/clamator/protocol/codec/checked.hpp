// Reading and writing one value together with its checks, which run only on what could be read or written.
#pragma once

#include <cstddef>
#include <tuple>

#include <clamator/protocol/codec/core.hpp>
#include <clamator/protocol/element_checks.hpp>

namespace clamator::detail {

template <class... Rules, class Value>
void read_checked(json::reader& in, Value& value, [[maybe_unused]] const std::tuple<Rules...>& rules,
                  issue_list& issues) {
  if constexpr ((any_check<Rules> || ...)) {
    const std::size_t before = issues.total();
    decode(in, value, issues);
    if (issues.total() == before && !in.failed()) run_rules(rules, value, issues);
  } else {
    decode(in, value, issues);
  }
}

template <class... Rules, class Value>
void write_checked(json::writer& out, const Value& value, [[maybe_unused]] const std::tuple<Rules...>& rules,
                   issue_list& issues) {
  if constexpr ((any_check<Rules> || ...)) {
    const std::size_t before = issues.total();
    encode(out, value, issues);
    if (issues.total() == before) run_rules(rules, value, issues);
  } else {
    encode(out, value, issues);
  }
}

}  // namespace clamator::detail
