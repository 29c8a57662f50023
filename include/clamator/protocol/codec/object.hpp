// Reading and writing a struct whose type is not known here: a table says what its members are called and
// which function reads and writes each. One loop serves all structs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <clamator/export.hpp>
#include <clamator/protocol/codec/core.hpp>

namespace clamator::detail {

struct member_entry {
  std::string_view name;
  std::string_view quoted;  // the key as it stands in JSON: `"name":`
  void (*read)(json::reader& in, void* object, issue_list& issues);
  // Writes key and value, or nothing for an optional that is empty.
  void (*write)(json::writer& out, const void* object, issue_list& issues);
  // Gives the member its value where the object has no such key; nullptr where the key is required.
  void (*absent)(void* object);
};

enum class unknown_members : unsigned char { refused, ignored, kept };

// Where a struct keeps members that it has no field for. All null where it keeps none.
struct rest_entry {
  void (*clear)(void* object) = nullptr;
  void (*read)(json::reader& in, void* object, std::string_view key, issue_list& issues) = nullptr;
  // Calls `known` for each key first: what is known already must not be written twice.
  void (*write)(json::writer& out, const void* object, bool (*known)(const void*, std::string_view),
                const void* context, issue_list& issues) = nullptr;
};

struct object_layout {
  static constexpr std::size_t max_members = 256;

  std::span<const member_entry> members;
  unknown_members unknown = unknown_members::refused;
  rest_entry rest;
  // What is checked of the struct as a whole; nullptr where nothing is.
  void (*check)(const void* object, issue_list& issues) = nullptr;
};

// A member that is no field: the one that says which alternative of a union this is.
struct discriminator {
  std::string_view key;
  bool seen = false;
};

CLAMATOR_EXPORT void read_object(json::reader& in, void* object, const object_layout& layout,
                                 issue_list& issues);

// Reads what is left of an object that was begun, up to and with its end. `tag` may be null.
CLAMATOR_EXPORT void read_members(json::reader& in, void* object, const object_layout& layout,
                                  discriminator* tag, issue_list& issues);

// `tag_member` is `"key":"value"` to be written first, or empty; `tag` is its key.
CLAMATOR_EXPORT void write_object(json::writer& out, const void* object, const object_layout& layout,
                                  std::string_view tag_member, std::string_view tag, issue_list& issues);

}  // namespace clamator::detail
