#include "cpp/plan.hpp"

#include <algorithm>
#include <map>

#include "cpp/literals.hpp"
#include "cpp/names.hpp"
#include "cpp/types.hpp"

namespace clamator::codegen {

bool cpp_object::has_default_function() const {
  return std::any_of(fields.begin(), fields.end(),
                     [](const cpp_field& each) { return !each.default_function.empty(); });
}

std::vector<const cpp_field*> cpp_object::required() const {
  std::vector<const cpp_field*> found;
  for (const cpp_field& each : fields) {
    if (each.of->how == presence::required && !each.type.empty()) found.push_back(&each);
  }
  return found;
}

bool is_of_strings(const cpp_declaration& declared) {
  return declared.form == cpp_form::enumeration &&
         std::all_of(declared.enumerators.begin(), declared.enumerators.end(),
                     [](const cpp_enumerator_line& each) { return each.value.is_string(); });
}

namespace {

class planner {
 public:
  planner(const module& of, diagnostics& problems) : of_(of), problems_(problems) {}

  cpp_declaration plan(const declaration& from) {
    cpp_declaration made;
    made.of = &from;
    made.name = cpp_identifier(from.name);
    const cpp_types types(of_, from);
    if (const auto* object = as<object_type>(*from.type)) {
      made.object = plan_object(*object, from, types);
    } else if (const auto* choice = as<union_type>(*from.type)) {
      made.form = cpp_form::variant;
      plan_union(*choice, types, made);
    } else if (const auto* values = as<enum_type>(*from.type)) {
      made.form = cpp_form::enumeration;
      made.enumerators = plan_enum(*values, from);
    } else {
      made.form =
          as<ref_type>(*from.type) != nullptr && !from.type->nullable ? cpp_form::alias : cpp_form::wrapped;
      made.type = types.of(*from.type);
      made.scalar = types.is_scalar(made.type);
    }
    return made;
  }

 private:
  // False, and an error, where another of the same scope has the C++ name.
  bool unique(std::map<std::string, std::string>& taken, const std::string& name,
              const std::string& wire_name, const declaration& in) {
    const auto [other, fresh] = taken.emplace(name, wire_name);
    if (!fresh) {
      problems_.error(of_.file, in.place,
                      "\"" + other->second + "\" and \"" + wire_name + "\" are both called " + name +
                          " in C++; rename one of them in the contract");
    }
    return fresh;
  }

  cpp_object plan_object(const object_type& object, const declaration& from, const cpp_types& types) {
    cpp_object made;
    std::map<std::string, std::string> taken;
    for (const field& each : object.fields) {
      cpp_field planned;
      planned.of = &each;
      planned.name = cpp_member(each.name);
      if (as<literal_type>(*each.type) == nullptr) {
        unique(taken, planned.name, each.name, from);
        plan_member(each, from, types, planned);
      }
      made.fields.push_back(std::move(planned));
    }
    if (object.unknown == unknown_keys::passthrough || object.unknown == unknown_keys::catchall) {
      made.rest_name = taken.contains("rest") ? "rest_" : "rest";
      unique(taken, made.rest_name, "unknown keys", from);
      made.rest_type =
          "std::map<std::string, " + (object.rest ? types.of(**object.rest) : "boost::json::value") + ">";
    }
    return made;
  }

  void plan_member(const field& each, const declaration& from, const cpp_types& types, cpp_field& planned) {
    planned.type = types.of(each);
    planned.scalar = types.is_scalar(planned.type);
    planned.initial = planned.scalar ? "{}" : "";
    if (each.how != presence::defaulted) return;
    planned.default_constant = constant(*each.type, each.default_value);
    if (!planned.default_constant.empty()) {
      planned.initial = " = " + planned.default_constant;
    } else {
      planned.default_function = "default_" + cpp_member(from.name) + "_" + cpp_member(each.name);
    }
  }

  // The C++ text of a value that can stand in a constant expression; empty where it cannot.
  std::string constant(const node& type, const boost::json::value& value) const {
    if (value.is_null()) return type.nullable ? "std::nullopt" : "nullptr";
    if (as<boolean_type>(type) != nullptr || as<string_type>(type) != nullptr) return cpp_scalar(value);
    if (const auto* number = as<number_type>(type)) {
      if (number->integer && value.is_double()) return {};
      return number->integer ? cpp_scalar(value) : cpp_scalar(value.to_number<double>());
    }
    const auto* ref = as<ref_type>(type);
    if (ref == nullptr) return {};
    const auto* values = as<enum_type>(*of_.find(ref->name).type);
    if (values == nullptr) return {};
    for (std::size_t i = 0; i < values->members.size(); ++i) {
      if (values->members[i].value == value)
        return cpp_identifier(ref->name) + "::" + cpp_enumerator(values->members[i], i + 1);
    }
    return {};
  }

  void plan_union(const union_type& choice, const cpp_types& types, cpp_declaration& made) {
    for (const node_ptr& each : choice.options) {
      const std::string type = types.of(*each);
      made.options.push_back(type);
      if (std::find(made.alternatives.begin(), made.alternatives.end(), type) == made.alternatives.end())
        made.alternatives.push_back(type);
    }
  }

  std::vector<cpp_enumerator_line> plan_enum(const enum_type& values, const declaration& from) {
    std::vector<cpp_enumerator_line> made;
    std::map<std::string, std::string> taken;
    for (std::size_t i = 0; i < values.members.size(); ++i) {
      const enum_member& each = values.members[i];
      const std::string name = cpp_enumerator(each, i + 1);
      const std::string shown =
          each.value.is_string() ? std::string(each.value.as_string()) : cpp_scalar(each.value);
      unique(taken, name, each.name.empty() ? shown : each.name, from);
      made.push_back({name, each.value});
    }
    return made;
  }

  const module& of_;
  diagnostics& problems_;
};

}  // namespace

std::vector<cpp_declaration> plan_cpp(const module& of, diagnostics& problems) {
  std::vector<cpp_declaration> planned;
  planned.reserve(of.declarations.size());
  planner one(of, problems);
  for (const declaration& each : of.declarations) planned.push_back(one.plan(each));
  return planned;
}

}  // namespace clamator::codegen
