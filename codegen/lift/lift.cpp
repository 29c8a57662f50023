#include "lift/lift.hpp"

#include <map>
#include <stdexcept>
#include <utility>

#include <boost/json/serialize.hpp>

#include "lift/order.hpp"
#include "names/case.hpp"

namespace clamator::codegen {
namespace {

// Where a node stands: what its declaration would be called, and how diagnostics name the place.
struct spot {
  std::string name;
  std::string place;
  spot below(const std::string& word, const std::string& step) const { return {name + word, place + step}; }
};

std::string scalar_text(const boost::json::value& value) {
  return value.is_string() ? std::string(value.as_string()) : boost::json::serialize(value);
}

// The values of a field that tells a union's options apart.
std::string tag_word(const node& option, const std::string& tag) {
  const auto* object = as<object_type>(option);
  if (object == nullptr) return {};
  for (const field& each : object->fields) {
    if (each.name != tag) continue;
    if (const auto* literal = as<literal_type>(*each.type)) return pascal_case(scalar_text(literal->value));
    if (const auto* values = as<enum_type>(*each.type))
      return pascal_case(scalar_text(values->members.front().value));
  }
  return {};
}

class lifter {
 public:
  lifter(const contract& of, diagnostics& problems) : of_(of), problems_(problems) {}

  std::optional<module> run() {
    const std::size_t errors_before = problems_.errors();
    made_.file = of_.file;
    made_.service = of_.service;
    made_.export_name = of_.export_name;
    made_.source = of_.source;
    for (const named_type& each : of_.types) root(each.type, {each.name, "types." + each.name});
    for (const method& each : of_.methods) add(each);
    if (problems_.errors() != errors_before) return std::nullopt;
    order_declarations(made_.declarations);
    return std::move(made_);
  }

 private:
  void add(const method& each) {
    const std::string name = pascal_case(each.name);
    const std::string place = of_.service + "." + each.name;
    module_method method{each.name,        name + "Params", {}, each.params->description,
                         each.params_hash, each.result_hash};
    root(each.params, {name + "Params", place + " params"});
    if (each.result) {
      method.result = name + "Result";
      root(*each.result, {name + "Result", place + " result"});
    }
    made_.methods.push_back(std::move(method));
  }

  // A declaration of its own, whatever its kind. One that may be null besides is a ref to what it may be.
  void root(const node_ptr& of, const spot& at) {
    const auto* ref = as<ref_type>(*of);
    if (ref != nullptr && !of->nullable && ref->name == at.name) return;  // named after this very place
    if (of->nullable && is_declared(*of)) {
      declare(nested(of, at.below("Value", "")), at);
    } else if (as<literal_type>(*of) != nullptr) {
      declare(enum_of(*of), at);
    } else {
      declare(inside(*of, at), at);
    }
  }

  static bool is_declared(const node& of) {
    return as<literal_type>(of) != nullptr || as<object_type>(of) != nullptr ||
           as<union_type>(of) != nullptr || as<enum_type>(of) != nullptr;
  }

  void declare(node_ptr type, const spot& at) {
    const auto [known, fresh] = places_.emplace(at.name, at.place);
    if (!fresh) {
      problems_.error(of_.file, at.place,
                      "its type would be called " + at.name + ", as is that of " + known->second +
                          "; export one of the two schemas from the contract file under a name of its own, "
                          "or rename a method or field");
      return;
    }
    made_.declarations.push_back({at.name, at.place, std::move(type)});
  }

  // A node that may hold no object, union or enum itself.
  node_ptr nested(const node_ptr& of, const spot& at, bool constant_allowed = false) {
    const bool literal = as<literal_type>(*of) != nullptr;
    if (literal && constant_allowed && !of->nullable) return of;
    if (!is_declared(*of)) return inside(*of, at);
    node own = literal ? *enum_of(*of) : *inside(*of, at);
    node use{ref_type{at.name}, own.nullable, {}, own.refined};
    own.nullable = false;
    own.refined.clear();
    declare(std::make_shared<const node>(std::move(own)), at);
    return std::make_shared<const node>(std::move(use));
  }

  static node_ptr enum_of(const node& literal) {
    node made = literal;
    made.type = enum_type{{{"", as<literal_type>(literal)->value}}};
    return std::make_shared<const node>(std::move(made));
  }

  // The node with everything below it lifted.
  node_ptr inside(const node& of, const spot& at) {
    node made = of;
    made.type = std::visit(
        [&](const auto& type) -> node::any_kind {
          if constexpr (requires { this->compound(type, at); }) {
            return compound(type, at);
          } else {
            return type;
          }
        },
        of.type);
    return std::make_shared<const node>(std::move(made));
  }

  array_type compound(const array_type& of, const spot& at) {
    array_type made = of;
    made.items = nested(of.items, at.below("Item", "[]"));
    return made;
  }
  tuple_type compound(const tuple_type& of, const spot& at) {
    tuple_type made;
    for (std::size_t i = 0; i < of.items.size(); ++i) {
      const std::string number = std::to_string(i);
      made.items.push_back(nested(of.items[i], at.below("Item" + std::to_string(i + 1), "[" + number + "]")));
    }
    if (of.rest) made.rest = nested(*of.rest, at.below("Rest", "[]"));
    return made;
  }
  record_type compound(const record_type& of, const spot& at) {
    record_type made;
    if (of.keys) made.keys = named_or_itself(*of.keys);
    made.values = nested(of.values, at.below("Value", "{}"));
    return made;
  }
  union_type compound(const union_type& of, const spot& at) {
    union_type made{of.tag, {}};
    for (std::size_t i = 0; i < of.options.size(); ++i) {
      const std::string number = std::to_string(i + 1);
      std::string word = of.tag.empty() ? std::string() : tag_word(*of.options[i], of.tag);
      if (word.empty()) word = "Option" + number;
      made.options.push_back(nested(of.options[i], at.below(word, "|" + number)));
    }
    return made;
  }
  object_type compound(const object_type& of, const spot& at) {
    object_type made{of.unknown, {}, {}};
    for (const field& each : of.fields) {
      field lifted_field = each;
      const std::string step = "." + each.name;
      lifted_field.type =
          nested(each.type, at.below(pascal_case(each.name), step), each.how == presence::required);
      made.fields.push_back(std::move(lifted_field));
    }
    if (of.rest) made.rest = nested(*of.rest, at.below("Rest", ".*"));
    return made;
  }

  // Of keys nothing is declared: what they are called is no type of theirs.
  node_ptr named_or_itself(const node_ptr& keys) const {
    const auto* ref = as<ref_type>(*keys);
    for (const named_type& each : of_.types) {
      if (ref != nullptr && each.name == ref->name) return each.type;
    }
    return keys;
  }

  const contract& of_;
  diagnostics& problems_;
  module made_;
  std::map<std::string, std::string> places_;
};

}  // namespace

std::optional<module> lift(const contract& of, diagnostics& problems) {
  return lifter(of, problems).run();
}

const declaration& module::find(const std::string& name) const {
  for (const declaration& each : declarations) {
    if (each.name == name) return each;
  }
  throw std::logic_error("no declaration is called " + name);
}

}  // namespace clamator::codegen
