#include "python/enum_class.hpp"

#include <algorithm>
#include <map>

#include "python/literals.hpp"
#include "python/names.hpp"

namespace clamator::codegen::python {
namespace {

// What stands in the class's parentheses: members are values of their kind where all are of one.
std::string bases(const enum_type& of, imports& needs) {
  const auto all = [&](auto holds) {
    return std::all_of(of.members.begin(), of.members.end(),
                       [&](const enum_member& each) { return holds(each.value); });
  };
  if (all([](const boost::json::value& value) { return value.is_string(); }))
    return needs.use("enum", "StrEnum");
  const std::string own = needs.support("ValueEnum");
  const auto whole = [](const boost::json::value& value) { return value.is_number() && is_whole(value); };
  if (all(whole)) return "int, " + own;
  return all([](const boost::json::value& value) { return value.is_number(); }) ? "float, " + own : own;
}

}  // namespace

bool has_names(const enum_type& of) {
  return std::any_of(of.members.begin(), of.members.end(),
                     [](const enum_member& each) { return !each.name.empty(); });
}

std::string enum_class(const module& in, const declaration& of, const enum_type& values, imports& needs,
                       diagnostics& problems) {
  std::string text = "class " + class_name(of.name) + "(" + bases(values, needs) + "):\n" +
                     docstring(of.type->description, 4);
  std::map<std::string, std::string> taken;
  for (const enum_member& each : values.members) {
    const std::string name = member_name(each.name);
    const auto [first, fresh] = taken.emplace(name, each.name);
    if (!fresh)
      problems.error(in.file, of.place,
                     "the members " + first->second + " and " + each.name + " would both be " + name +
                         " in Python; rename one of them");
    text += "    " + name + " = " + rendered(value_literal(each.value), 4, 0) + "\n";
  }
  return text;
}

}  // namespace clamator::codegen::python
