#include "document/walk.hpp"

#include "document/place.hpp"

namespace clamator::codegen {
namespace {

class children {
 public:
  children(const std::string& place, const node_visitor& visit) : place_(place), visit_(visit) {}

  void operator()(const array_type& of) const { walk(of.items, place::element(place_), visit_); }
  void operator()(const tuple_type& of) const {
    for (std::size_t i = 0; i < of.items.size(); ++i) walk(of.items[i], place::tuple_item(place_, i), visit_);
    if (of.rest) walk(*of.rest, place::element(place_), visit_);
  }
  void operator()(const record_type& of) const {
    if (of.keys) walk(*of.keys, place::key(place_), visit_);
    walk(of.values, place::value(place_), visit_);
  }
  void operator()(const union_type& of) const {
    for (std::size_t i = 0; i < of.options.size(); ++i) walk(of.options[i], place::option(place_, i), visit_);
  }
  void operator()(const object_type& of) const {
    for (const auto& field : of.fields) walk(field.type, place::field(place_, field.name), visit_);
    if (of.rest) walk(*of.rest, place::value(place_), visit_);
  }
  void operator()(const auto&) const {}  // a scalar or a reference holds none

 private:
  const std::string& place_;
  const node_visitor& visit_;
};

}  // namespace

void walk(const node_ptr& from, const std::string& place, const node_visitor& visit) {
  if (!from) return;
  visit(*from, place);
  std::visit(children(place, visit), from->type);
}

void walk(const contract& of, const node_visitor& visit) {
  for (const auto& method : of.methods) {
    const auto place = place::method(of.service, method.name);
    walk(method.params, place + " params", visit);
    if (method.result) walk(*method.result, place + " result", visit);
  }
  for (const auto& type : of.types) walk(type.type, place::named_type(type.name), visit);
}

}  // namespace clamator::codegen
