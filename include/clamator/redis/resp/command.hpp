// Writing Redis commands: RESP arrays of bulk strings, straight into the buffer that is sent.
//
// A command whose beginning never changes is written in two parts, the constant one as cached bytes:
//
//   append_array_header(head, 7);
//   for (auto argument : {"XADD", "orders", "*", "type", "rpc", "envelope"}) append_bulk(head, argument);
//
//   out.append(head.view());
//   append_bulk(out, envelope);
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include <clamator/export.hpp>
#include <clamator/protocol/buffer.hpp>

namespace clamator::redis::resp {

// A command's first bytes: `arguments` bulk strings, the command's name included, must follow.
// These functions throw std::bad_alloc, and nothing else.
CLAMATOR_EXPORT void append_array_header(buffer& out, std::size_t arguments);

// One argument: any bytes.
CLAMATOR_EXPORT void append_bulk(buffer& out, std::string_view argument);
// One argument: a number, in decimal.
CLAMATOR_EXPORT void append_bulk(buffer& out, std::int64_t argument);

// What stands before an argument of so many bytes; these and "\r\n" must follow.
CLAMATOR_EXPORT void append_bulk_header(buffer& out, std::size_t bytes);

// A whole command, its name and its arguments.
CLAMATOR_EXPORT void append_command(buffer& out, std::span<const std::string_view> arguments);
// The same from a list: append_command(out, {"XACK", stream, group, id}).
CLAMATOR_EXPORT void append_command(buffer& out, std::initializer_list<std::string_view> arguments);

}  // namespace clamator::redis::resp
