#include "cpp/names.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include <boost/json/serialize.hpp>

#include "names/case.hpp"

namespace clamator::codegen {
namespace {

// Keywords of C++20 and what is meant to become one, alternative tokens, macros that usual headers define,
// and the namespaces that generated code names. Sorted.
constexpr std::array reserved = std::to_array<std::string_view>({"BUFSIZ",
                                                                 "EOF",
                                                                 "ERROR",
                                                                 "FALSE",
                                                                 "INFINITY",
                                                                 "NAN",
                                                                 "NULL",
                                                                 "RAND_MAX",
                                                                 "TRUE",
                                                                 "alignas",
                                                                 "alignof",
                                                                 "and",
                                                                 "and_eq",
                                                                 "asm",
                                                                 "assert",
                                                                 "atomic_cancel",
                                                                 "atomic_commit",
                                                                 "atomic_noexcept",
                                                                 "auto",
                                                                 "bitand",
                                                                 "bitor",
                                                                 "bool",
                                                                 "boost",
                                                                 "break",
                                                                 "case",
                                                                 "catch",
                                                                 "char",
                                                                 "char16_t",
                                                                 "char32_t",
                                                                 "char8_t",
                                                                 "clamator",
                                                                 "class",
                                                                 "co_await",
                                                                 "co_return",
                                                                 "co_yield",
                                                                 "compl",
                                                                 "concept",
                                                                 "const",
                                                                 "const_cast",
                                                                 "consteval",
                                                                 "constexpr",
                                                                 "constinit",
                                                                 "continue",
                                                                 "contract_assert",
                                                                 "decltype",
                                                                 "default",
                                                                 "delete",
                                                                 "do",
                                                                 "double",
                                                                 "dynamic_cast",
                                                                 "else",
                                                                 "enum",
                                                                 "errno",
                                                                 "explicit",
                                                                 "export",
                                                                 "extern",
                                                                 "false",
                                                                 "float",
                                                                 "for",
                                                                 "friend",
                                                                 "goto",
                                                                 "if",
                                                                 "inline",
                                                                 "int",
                                                                 "linux",
                                                                 "long",
                                                                 "major",
                                                                 "makedev",
                                                                 "minor",
                                                                 "mutable",
                                                                 "namespace",
                                                                 "new",
                                                                 "noexcept",
                                                                 "not",
                                                                 "not_eq",
                                                                 "nullptr",
                                                                 "operator",
                                                                 "or",
                                                                 "or_eq",
                                                                 "private",
                                                                 "protected",
                                                                 "public",
                                                                 "reflexpr",
                                                                 "register",
                                                                 "reinterpret_cast",
                                                                 "requires",
                                                                 "return",
                                                                 "short",
                                                                 "signed",
                                                                 "sizeof",
                                                                 "static",
                                                                 "static_assert",
                                                                 "static_cast",
                                                                 "std",
                                                                 "stderr",
                                                                 "stdin",
                                                                 "stdout",
                                                                 "struct",
                                                                 "switch",
                                                                 "synchronized",
                                                                 "template",
                                                                 "this",
                                                                 "thread_local",
                                                                 "throw",
                                                                 "true",
                                                                 "try",
                                                                 "typedef",
                                                                 "typeid",
                                                                 "typename",
                                                                 "union",
                                                                 "unix",
                                                                 "unsigned",
                                                                 "using",
                                                                 "virtual",
                                                                 "void",
                                                                 "volatile",
                                                                 "wchar_t",
                                                                 "while",
                                                                 "xor",
                                                                 "xor_eq"});
static_assert(std::is_sorted(reserved.begin(), reserved.end()));

bool has_letter_or_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](unsigned char c) { return c < 0x80 && std::isalnum(c) != 0; });
}

}  // namespace

std::string cpp_identifier(std::string name) {
  if (std::binary_search(reserved.begin(), reserved.end(), std::string_view(name))) name += '_';
  return name;
}

std::string cpp_member(std::string_view wire_name) {
  return cpp_identifier(snake_case(wire_name));
}

std::string cpp_enumerator(const enum_member& of, std::size_t position) {
  if (!of.name.empty()) return cpp_member(of.name);
  if (!of.value.is_string()) {
    const std::string text = boost::json::serialize(of.value);
    return text.starts_with('-') ? "minus" + snake_case(text) : cpp_member(text);
  }
  const std::string_view text = of.value.as_string();
  if (text.empty()) return "empty";
  return has_letter_or_digit(text) ? cpp_member(text) : "value_" + std::to_string(position);
}

}  // namespace clamator::codegen
