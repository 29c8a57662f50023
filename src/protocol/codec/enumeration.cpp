#include <string>

#include <clamator/protocol/codec/enumeration.hpp>
#include <clamator/protocol/codec/scalar.hpp>

namespace clamator::detail {
namespace {

// Long lists are cut: the message is for a person.
std::string expected_one_of(std::span<const enum_name> names) {
  constexpr std::size_t most = 8;
  std::string text = "expected one of ";
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i != 0) text += ", ";
    if (i == most) return text + "...";
    text.append("\"").append(names[i].name).append("\"");
  }
  return text;
}

}  // namespace

void read_enum(json::reader& in, std::int64_t& value, std::span<const enum_name> names, issue_list& issues) {
  const json::reader::place here = in.save();
  if (in.peek() == json::token::string) {
    const std::string_view text = in.read_string();
    for (const enum_name& entry : names) {
      if (entry.name == text && !in.failed()) {
        value = entry.value;
        return;
      }
    }
  }
  in.restore(here);
  mismatch(in, expected_one_of(names).c_str(), issues);
}

void write_enum(json::writer& out, std::int64_t value, std::span<const enum_name> names, issue_list& issues) {
  for (const enum_name& entry : names) {
    if (entry.value == value) return write_string(out, entry.name, issues);
  }
  out.null();
  issues.add(expected_one_of(names), std::to_string(value));
}

}  // namespace clamator::detail
