#include "document/checks.hpp"
#include "document/named_types.hpp"
#include "document/place.hpp"
#include "document/value_fit.hpp"
#include "document/walk.hpp"

namespace clamator::codegen {

void check_defaults(const contract& of, report& to) {
  const named_types types(of);
  value_fit fit(types);
  walk(of, [&](const node& each, const std::string& place) {
    const auto* object = as<object_type>(each);
    if (!object) return;
    for (const auto& field : object->fields) {
      if (field.how != presence::defaulted || !field.type) continue;
      const auto at = place::field(place, field.name);
      if (const auto bad = fit.find(field.default_value, *field.type)) {
        const auto within = bad->where.empty() ? "" : ", within it at " + bad->where;
        to.error(at, "its own type refuses the default" + within + ": " + bad->why +
                         "; change the default in the contract");
      } else if (fit.fills_itself(field)) {
        to.error(
            at,
            "the default leaves out what is filled with the same default again, without an end: spell the "
            "value out in the contract, or make the field optional");
      }
    }
  });
}

}  // namespace clamator::codegen
