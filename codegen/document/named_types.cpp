#include "document/named_types.hpp"

namespace clamator::codegen {

named_types::named_types(const contract& of) {
  for (const auto& type : of.types) by_name_.emplace(type.name, type.type.get());
}

const node* named_types::find(const std::string& name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : found->second;
}

const node* named_types::resolve(const node* of) const {
  for (std::size_t steps = 0; of && steps <= by_name_.size(); ++steps) {
    const auto* ref = as<ref_type>(*of);
    if (!ref) return of;
    of = find(ref->name);
  }
  return nullptr;
}

}  // namespace clamator::codegen
