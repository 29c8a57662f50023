#include "cpp/types.hpp"

#include "cpp/names.hpp"

namespace clamator::codegen {

bool cpp_types::holds_holder(const ref_type& use) const {
  return holder_.recursive && of_.find(use.name).component == holder_.component;
}

// A vector's elements may be of a type that is not complete yet.
std::string cpp_types::element(const node& type) const {
  const auto* ref = as<ref_type>(type);
  return ref != nullptr && !type.nullable ? cpp_identifier(ref->name) : of(type);
}

std::string cpp_types::plain(const node& type) const {
  if (as<string_type>(type) != nullptr) return "std::string";
  if (const auto* number = as<number_type>(type)) return number->integer ? "std::int64_t" : "double";
  if (as<boolean_type>(type) != nullptr) return "bool";
  if (as<null_type>(type) != nullptr) return "std::nullptr_t";
  if (const auto* array = as<array_type>(type)) return "std::vector<" + element(*array->items) + ">";
  if (const auto* record = as<record_type>(type)) return "std::map<std::string, " + of(*record->values) + ">";
  if (const auto* tuple = as<tuple_type>(type)) {
    std::string items;
    for (const node_ptr& each : tuple->items) items += (items.empty() ? "" : ", ") + of(*each);
    if (!tuple->rest) return "std::tuple<" + items + ">";
    return "clamator::open_tuple<" + of(**tuple->rest) + (items.empty() ? "" : ", " + items) + ">";
  }
  if (const auto* ref = as<ref_type>(type)) {
    const std::string name = cpp_identifier(ref->name);
    return holds_holder(*ref) ? "clamator::box<" + name + ">" : name;
  }
  return "boost::json::value";
}

std::string cpp_types::of(const node& type) const {
  return type.nullable ? "std::optional<" + plain(type) + ">" : plain(type);
}

std::string cpp_types::of(const field& member) const {
  const bool optional = member.type->nullable || member.how == presence::optional;
  return optional ? "std::optional<" + plain(*member.type) + ">" : plain(*member.type);
}

bool cpp_types::is_scalar(const std::string& cpp_type) const {
  if (cpp_type == "double" || cpp_type == "bool" || cpp_type == "std::int64_t" ||
      cpp_type == "std::nullptr_t")
    return true;
  for (const declaration& each : of_.declarations) {
    if (cpp_identifier(each.name) == cpp_type) return as<enum_type>(*each.type) != nullptr;
  }
  return false;
}

}  // namespace clamator::codegen
