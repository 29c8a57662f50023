#include "python/names.hpp"

#include <algorithm>
#include <array>

#include "names/case.hpp"

namespace clamator::codegen::python {
namespace {

constexpr std::array keywords = {"False",  "None",   "True",   "and",      "as",       "assert", "async",
                                 "await",  "break",  "class",  "continue", "def",      "del",    "elif",
                                 "else",   "except", "for",    "from",     "finally",  "global", "if",
                                 "import", "in",     "is",     "lambda",   "nonlocal", "not",    "or",
                                 "pass",   "raise",  "return", "try",      "while",    "with",   "yield"};

// Of Pydantic 2's BaseModel, the deprecated names of version 1 among them.
constexpr std::array model_attributes = {"construct",
                                         "copy",
                                         "dict",
                                         "from_orm",
                                         "json",
                                         "parse_file",
                                         "parse_obj",
                                         "parse_raw",
                                         "schema",
                                         "schema_json",
                                         "update_forward_refs",
                                         "validate",
                                         "model_computed_fields",
                                         "model_config",
                                         "model_construct",
                                         "model_copy",
                                         "model_dump",
                                         "model_dump_json",
                                         "model_extra",
                                         "model_fields",
                                         "model_fields_set",
                                         "model_json_schema",
                                         "model_parametrized_name",
                                         "model_post_init",
                                         "model_rebuild",
                                         "model_validate",
                                         "model_validate_json",
                                         "model_validate_strings"};

// What annotations are made of besides names that begin with "_".
constexpr std::array annotation_words = {"bool", "float", "int", "list", "str", "tuple"};

// What Enum itself has, and the methods of str and int that a member would hide.
constexpr std::array enum_attributes = {"as_integer_ratio",
                                        "bit_count",
                                        "bit_length",
                                        "capitalize",
                                        "casefold",
                                        "center",
                                        "conjugate",
                                        "count",
                                        "denominator",
                                        "encode",
                                        "endswith",
                                        "expandtabs",
                                        "find",
                                        "format",
                                        "format_map",
                                        "from_bytes",
                                        "fromhex",
                                        "hex",
                                        "imag",
                                        "index",
                                        "is_integer",
                                        "isalnum",
                                        "isalpha",
                                        "isascii",
                                        "isdecimal",
                                        "isdigit",
                                        "isidentifier",
                                        "islower",
                                        "isnumeric",
                                        "isprintable",
                                        "isspace",
                                        "istitle",
                                        "isupper",
                                        "join",
                                        "ljust",
                                        "lower",
                                        "lstrip",
                                        "maketrans",
                                        "mro",
                                        "name",
                                        "numerator",
                                        "partition",
                                        "real",
                                        "removeprefix",
                                        "removesuffix",
                                        "replace",
                                        "rfind",
                                        "rindex",
                                        "rjust",
                                        "rpartition",
                                        "rsplit",
                                        "rstrip",
                                        "split",
                                        "splitlines",
                                        "startswith",
                                        "strip",
                                        "swapcase",
                                        "title",
                                        "to_bytes",
                                        "translate",
                                        "upper",
                                        "value",
                                        "zfill"};

template <std::size_t Size>
bool holds(const std::array<const char*, Size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string without_keyword(const std::string& name) {
  return holds(keywords, name) ? name + '_' : name;
}

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

}  // namespace

std::string field_name(std::string_view wire_name) {
  std::string name = snake_case(wire_name);
  // Pydantic takes a leading "_" for a private attribute.
  if (name.starts_with('_')) name.insert(0, "field");
  const bool taken = holds(model_attributes, name) || holds(annotation_words, name);
  return taken ? name + '_' : without_keyword(std::move(name));
}

std::string name_of(std::string_view wire_name) {
  return without_keyword(snake_case(wire_name));
}

std::string class_name(std::string_view name) {
  return without_keyword(std::string(name));
}

std::string member_name(std::string_view contract_name) {
  std::string name;
  for (char c : contract_name) name += is_word_character(c) ? c : '_';
  // Enum keeps "_name_" and "__name" for itself.
  const bool reserved = name.empty() || name.front() == '_' || (name.front() >= '0' && name.front() <= '9');
  if (reserved) name.insert(0, name.starts_with('_') ? "member" : "member_");
  return holds(enum_attributes, name) ? name + '_' : without_keyword(std::move(name));
}

}  // namespace clamator::codegen::python
