// Reading and writing of literals: what must stand there, and which of several does. Numbers are compared by
// value, so that 1.0 is 1.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include <clamator/export.hpp>
#include <clamator/protocol/codec/core.hpp>
#include <clamator/protocol/literal.hpp>

namespace clamator::detail {

// As it stands in JSON.
CLAMATOR_EXPORT std::string literal_text(const literal& value);
CLAMATOR_EXPORT void write_literal(json::writer& out, const literal& value, issue_list& issues);

// Reads the next value if it is one of the list, and says which. Otherwise list.size(), and the reader stands
// before the value, unless it has failed.
CLAMATOR_EXPORT std::size_t read_literal(json::reader& in, std::span<const literal> list);

// The same for one that must stand there; anything else is stepped over and reported.
CLAMATOR_EXPORT void require_literal(json::reader& in, const literal& expected, issue_list& issues);

// `expected one of "a", 1`; a long list is cut.
CLAMATOR_EXPORT std::string expected_one_of(std::span<const literal> list);

}  // namespace clamator::detail
