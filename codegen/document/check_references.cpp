#include <set>
#include <vector>

#include "document/checks.hpp"
#include "document/named_types.hpp"
#include "document/place.hpp"
#include "document/walk.hpp"

namespace clamator::codegen {
namespace {

// The types that the methods use, through others or not.
std::set<std::string> used_types(const contract& of) {
  std::set<std::string> used;
  std::vector<std::string> open;
  const auto note = [&](const node& each, const std::string&) {
    const auto* ref = as<ref_type>(each);
    if (ref && used.insert(ref->name).second) open.push_back(ref->name);
  };
  for (const auto& method : of.methods) {
    walk(method.params, "", note);
    if (method.result) walk(*method.result, "", note);
  }
  while (!open.empty()) {
    const auto name = open.back();
    open.pop_back();
    for (const auto& type : of.types) {
      if (type.name == name) walk(type.type, "", note);
    }
  }
  return used;
}

}  // namespace

void check_references(const contract& of, report& to) {
  std::set<std::string_view> known;
  for (const auto& type : of.types) known.insert(type.name);
  walk(of, [&](const node& each, const std::string& place) {
    const auto* ref = as<ref_type>(each);
    if (!ref || ref->name.empty() || known.contains(ref->name)) return;
    to.error(place, "there is no type " + place::in_quotes(ref->name) +
                        " in \"types\": add it, or run clamator-contracts again");
  });
  const auto used = used_types(of);
  for (const auto& type : of.types) {
    if (type.name.empty() || used.contains(type.name)) continue;
    to.warning(place::named_type(type.name),
               "no method uses this type: take it out, or run clamator-contracts again");
  }
}

}  // namespace clamator::codegen
