#include "lift/uses.hpp"

namespace clamator::codegen {
namespace {

class collector {
 public:
  void walk(const node& of) {
    std::visit([this](const auto& type) { in(type); }, of.type);
  }
  std::vector<std::string> names;

 private:
  template <class Scalar>
  void in(const Scalar&) {}
  void in(const ref_type& of) { names.push_back(of.name); }
  void in(const array_type& of) { walk(*of.items); }
  void in(const record_type& of) {
    if (of.keys) walk(**of.keys);
    walk(*of.values);
  }
  void in(const tuple_type& of) {
    for (const node_ptr& each : of.items) walk(*each);
    if (of.rest) walk(**of.rest);
  }
  void in(const union_type& of) {
    for (const node_ptr& each : of.options) walk(*each);
  }
  void in(const object_type& of) {
    for (const field& each : of.fields) walk(*each.type);
    if (of.rest) walk(**of.rest);
  }
};

}  // namespace

std::vector<std::string> names_used(const node& by) {
  collector all;
  all.walk(by);
  return all.names;
}

}  // namespace clamator::codegen
