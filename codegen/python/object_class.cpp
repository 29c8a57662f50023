#include "python/object_class.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "python/enum_class.hpp"
#include "python/literals.hpp"
#include "python/names.hpp"

namespace clamator::codegen::python {
namespace {

class writer {
 public:
  writer(annotations& types, imports& needs) : types_(types), needs_(needs) {}

  std::string one(const field& of) {
    const std::string name = field_name(of.name);
    const std::string value = of.how == presence::defaulted ? default_value(of)
                              : as<literal_type>(*of.type)  ? constant(of)
                                                            : std::string();
    const std::string behind = of.how == presence::optional ? " = None" : value.empty() ? "" : " = " + value;
    const std::string left = "    " + name + ": ";
    return comment(of.type->description, 4) + refinement(*of.type, 4) + left +
           rendered(annotation(of, name), 4, left.size(), behind.size()) + behind + "\n";
  }

 private:
  expression annotation(const field& of, const std::string& name) const {
    expression type = types_.of(*of.type);
    if (of.how == presence::optional && !of.type->nullable) type.tail += " | None";
    if (name == of.name) return type;
    return types_.annotated(std::move(type),
                            {call(needs_.pydantic("Field"), {word("alias=" + string_literal(of.name))})});
  }

  std::string constant(const field& of) const {
    const boost::json::value& value = as<literal_type>(*of.type)->value;
    return rendered(call(needs_.support("constant"), {value_literal(value)}), 4, 0);
  }

  // A scalar stands as it is; what must be read first, or copied for each object, is made when it is needed.
  std::string default_value(const field& of) const {
    const boost::json::value& value = of.default_value;
    if (as<number_type>(*of.type) != nullptr && value.is_number())
      return as<number_type>(*of.type)->integer ? number_literal(value) : float_literal(value);
    const bool scalar = as<string_type>(*of.type) != nullptr || as<boolean_type>(*of.type) != nullptr;
    const expression made = value_literal(value);
    return rendered(scalar && !value.is_null() ? made : call(needs_.support("default"), {made}), 4, 8);
  }

  annotations& types_;
  imports& needs_;
};

std::string configuration(const object_type& of, annotations& types, imports& needs) {
  if (of.unknown == unknown_keys::strip) return {};
  const std::string extra = of.unknown == unknown_keys::strict ? "forbid" : "allow";
  std::string text = "    model_config = " + needs.pydantic("ConfigDict") + "(extra=\"" + extra + "\")\n";
  if (of.unknown == unknown_keys::strict) return text + "\n";
  const expression values = of.rest ? types.of(**of.rest) : word(needs.support("Json"));
  const std::string left = "    __pydantic_extra__: ";
  return text + left + rendered(subscript("dict", {word("str"), values}), 4, left.size()) +
         "  # pyright: ignore[reportIncompatibleVariableOverride]\n\n";
}

void check_names(const module& in, const declaration& of, const object_type& object, diagnostics& problems) {
  std::map<std::string, std::string> taken;
  for (const field& each : object.fields) {
    const std::string name = field_name(each.name);
    const auto [first, fresh] = taken.emplace(name, each.name);
    if (!fresh)
      problems.error(
          in.file, of.place + "." + each.name,
          "would be " + name + " in Python, as " + first->second + "; rename one of the two fields");
  }
}

}  // namespace

std::string refinement(const node& of, std::size_t indent) {
  if (of.refined.empty()) return {};
  std::string names;
  for (const std::string& each : of.refined) names += (names.empty() ? "" : ", ") + each;
  return comment("also refined in the contract (" + names + "), which only Zod runs", indent);
}

std::string object_class(const module& in, const declaration& of, const object_type& object,
                         annotations& types, imports& needs, diagnostics& problems) {
  check_names(in, of, object, problems);
  const bool sparse = std::any_of(object.fields.begin(), object.fields.end(),
                                  [](const field& each) { return each.how == presence::optional; });
  std::string body = docstring(of.type->description, 4) + configuration(object, types, needs);
  writer fields(types, needs);
  for (const field& each : object.fields) body += fields.one(each);
  if (body.ends_with("\n\n")) body.pop_back();
  const std::string base = needs.support(sparse ? "SparseModel" : "Model");
  return refinement(*of.type, 0) + "class " + class_name(of.name) + "(" + base + "):\n" +
         (body.empty() ? "    pass\n" : body);
}

}  // namespace clamator::codegen::python
