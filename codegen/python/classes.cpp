#include "python/classes.hpp"

#include <set>
#include <vector>

#include "python/annotations.hpp"
#include "python/enum_class.hpp"
#include "python/literals.hpp"
#include "python/names.hpp"
#include "python/object_class.hpp"
#include "python/tagged_union.hpp"

namespace clamator::codegen::python {
namespace {

class writer {
 public:
  writer(const module& of, imports& needs, diagnostics& problems)
      : module_(of), needs_(needs), problems_(problems), types_(of, needs, problems) {
    for (const module_method& each : of.methods) {
      used_by_methods_.insert(each.params);
      if (each.result) used_by_methods_.insert(*each.result);
    }
  }

  std::string all() {
    std::string text;
    for (const declaration& each : module_.declarations) {
      types_.at(each.place);
      text += "\n\n" + one(each);
    }
    return text + rebuilt();
  }

 private:
  std::string one(const declaration& of) {
    if (const auto* object = as<object_type>(*of.type); object != nullptr && !of.type->nullable)
      return object_class(module_, of, *object, types_, needs_, problems_);
    if (const auto* values = as<enum_type>(*of.type); values != nullptr && has_names(*values) && !used(of))
      return enum_class(module_, of, *values, needs_, problems_);
    if (is_model(module_, of)) return alias(of, types_.of(*of.type));
    return used(of) ? root_model(of) : alias(of, type_of(of));
  }

  bool used(const declaration& of) const { return used_by_methods_.contains(of.name); }

  expression type_of(const declaration& of) {
    const auto* choice = as<union_type>(*of.type);
    if (choice == nullptr || choice->tag.empty() || choice->options.size() < 2 || of.type->nullable)
      return types_.of(*of.type);
    return tagged_union(module_, *choice, types_, needs_);
  }

  static std::string remarks(const declaration& of) {
    return comment(of.type->description, 0) + refinement(*of.type, 0);
  }

  std::string alias(const declaration& of, const expression& type) {
    const std::string name = class_name(of.name);
    if (of.recursive && !is_model(module_, of)) {
      const expression made = call(name + " = " + needs_.use("typing_extensions", "TypeAliasType"),
                                   {word(string_literal(name)), resolved_later(type)});
      return remarks(of) + rendered(made, 0, 0) + "\n";
    }
    const std::string left = name + ": " + needs_.typing("TypeAlias") + " = ";
    return remarks(of) + left + rendered(type, 0, left.size()) + "\n";
  }

  // What Annotated has behind the type stays an expression.
  expression resolved_later(expression type) {
    if (type.head != needs_.typing("Annotated") || !type.tail.empty()) return in_quotes(type);
    type.items.front() = in_quotes(type.items.front());
    return type;
  }

  // A method's params or result that is no object is the one value of a class of its own.
  std::string root_model(const declaration& of) {
    expression line =
        call("class " + class_name(of.name), {subscript(needs_.pydantic("RootModel"), {type_of(of)})});
    line.tail = ":";
    std::string text = refinement(*of.type, 0) + rendered(line, 0, 0) + "\n";
    const std::string about = docstring(of.type->description, 4);
    return text + (about.empty() ? "    pass\n" : about.substr(0, about.size() - 1));
  }

  // Models that hold what comes later are complete only when that is there.
  std::string rebuilt() const {
    std::string lines;
    for (const declaration& each : module_.declarations) {
      if (each.recursive && as<object_type>(*each.type) != nullptr)
        lines += class_name(each.name) + ".model_rebuild()\n";
    }
    return lines.empty() ? lines : "\n\n" + lines;
  }

  const module& module_;
  imports& needs_;
  diagnostics& problems_;
  annotations types_;
  std::set<std::string> used_by_methods_;
};

}  // namespace

bool is_model(const module& of, const declaration& one) {
  if (one.type->nullable) return false;
  if (const auto* ref = as<ref_type>(*one.type)) return is_model(of, of.find(ref->name));
  return as<object_type>(*one.type) != nullptr;
}

std::string classes_of(const module& of, imports& needs, diagnostics& problems) {
  return writer(of, needs, problems).all();
}

}  // namespace clamator::codegen::python
