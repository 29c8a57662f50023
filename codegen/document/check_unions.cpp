#include <algorithm>
#include <vector>

#include "document/checks.hpp"
#include "document/named_types.hpp"
#include "document/place.hpp"
#include "document/scalar_value.hpp"
#include "document/walk.hpp"

namespace clamator::codegen {
namespace {

namespace json = boost::json;
using place::in_quotes;

// The values of a literal or an enum; empty for another kind.
std::vector<json::value> values_of(const node* of) {
  if (!of) return {};
  if (const auto* literal = as<literal_type>(*of)) return {literal->value};
  std::vector<json::value> values;
  if (const auto* members = as<enum_type>(*of)) {
    for (const auto& member : members->members) values.push_back(member.value);
  }
  return values;
}

bool contains(const std::vector<json::value>& values, const json::value& value) {
  return std::ranges::any_of(values, [&](const auto& each) { return same_scalar(each, value); });
}

class tagged_check {
 public:
  tagged_check(const union_type& of, const std::string& place, const named_types& types, report& to)
      : of_(of), place_(place), types_(types), to_(to) {}

  void run() {
    for (std::size_t i = 0; i < of_.options.size(); ++i)
      check(of_.options[i].get(), place::option(place_, i));
  }

 private:
  void check(const node* option, const std::string& place) {
    const auto* target = types_.resolve(option);
    if (!target) return;
    const auto* object = as<object_type>(*target);
    if (!object || option->nullable || target->nullable) {
      to_.error(place, "an option of a union with the tag " + in_quotes(of_.tag) +
                           " must be an object: make it one, or use z.union in the contract");
      return;
    }
    const auto field = std::ranges::find(object->fields, of_.tag, &field::name);
    if (field == object->fields.end()) {
      to_.error(place, "the option lacks the field " + in_quotes(of_.tag) +
                           ", which is the union's tag: give it a literal or an enum of that name");
      return;
    }
    const auto* tag = types_.resolve(field->type.get());
    if (!tag) return;
    const auto tag_place = place::field(place, of_.tag);
    const bool scalar = as<literal_type>(*tag) || as<enum_type>(*tag);
    if (!scalar || field->how != presence::required || field->type->nullable || tag->nullable) {
      to_.error(tag_place,
                "the tag of a union must be a literal or an enum, neither optional nor nullable: make it "
                "so, or use z.union in the contract");
      return;
    }
    for (const auto& value : values_of(tag)) {
      if (contains(seen_, value)) {
        to_.error(tag_place, "two options have the tag " + shown(value) + ": give each values of its own");
      }
      seen_.push_back(value);
    }
  }

  const union_type& of_;
  const std::string& place_;
  const named_types& types_;
  report& to_;
  std::vector<json::value> seen_;
};

// An enum in disguise, which the front-end writes as one.
bool is_enum(const union_type& of) {
  std::vector<json::value> seen;
  for (const auto& option : of.options) {
    if (!option || option->nullable || !option->refined.empty()) return false;
    const auto values = values_of(option.get());
    if (values.empty()) return false;
    for (const auto& value : values) {
      if (contains(seen, value)) return false;
      seen.push_back(value);
    }
  }
  return true;
}

void check_untagged(const union_type& of, const std::string& place, report& to) {
  for (std::size_t i = 0; i < of.options.size(); ++i) {
    const auto& option = of.options[i];
    if (!option || !option->refined.empty()) continue;
    const auto* inner = as<union_type>(*option);
    if (inner && inner->tag.empty() && !option->nullable) {
      to.error(place::option(place, i),
               "a union within a union: put its options in its place; run clamator-contracts again");
    }
    if (as<null_type>(*option)) {
      to.error(place::option(place, i),
               "null as an option: take it out and put \"nullable\" around the union; run "
               "clamator-contracts again");
    }
  }
  if (of.options.size() < 2) {
    to.error(place,
             "a union must have two options or more: put the one in its place; run clamator-contracts again");
  } else if (is_enum(of)) {
    to.error(place, "a union of literals with values of their own is an enum: run clamator-contracts again");
  }
}

}  // namespace

void check_unions(const contract& of, report& to) {
  const named_types types(of);
  walk(of, [&](const node& each, const std::string& place) {
    const auto* options = as<union_type>(each);
    if (!options) return;
    if (options->tag.empty()) {
      check_untagged(*options, place, to);
    } else if (options->options.empty()) {
      to.error(place, "a union without options allows no value: give it one in the contract");
    } else {
      tagged_check(*options, place, types, to).run();
    }
  });
}

void check_records(const contract& of, report& to) {
  const named_types types(of);
  const auto is_text = [](const enum_member& member) { return member.value.is_string(); };
  walk(of, [&](const node& each, const std::string& place) {
    const auto* record = as<record_type>(each);
    const auto* keys = record && record->keys ? types.resolve(record->keys->get()) : nullptr;
    if (!keys) return;
    const auto* members = as<enum_type>(*keys);
    const bool allowed =
        as<string_type>(*keys) || (members && std::ranges::all_of(members->members, is_text));
    if (allowed && !keys->nullable && !(*record->keys)->nullable) return;
    to.error(place::key(place),
             "the keys of a record are strings: use a string or an enum of strings in the contract");
  });
}

}  // namespace clamator::codegen
