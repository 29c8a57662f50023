#include "document/value_fit.hpp"

#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "document/place.hpp"
#include "document/scalar_value.hpp"

namespace clamator::codegen {
namespace {

namespace json = boost::json;

std::string_view view(const json::string_view text) {
  return {text.data(), text.size()};
}

const json::value* member(const json::object& of, std::string_view name) {
  return of.if_contains(json::string_view(name.data(), name.size()));
}

std::optional<misfit> expected(const std::string& what, const json::value& value, const std::string& where) {
  return misfit{where, "expected " + what + ", found " + shown(value)};
}

std::optional<misfit> count_misfit(std::size_t count, const std::optional<std::uint64_t>& least,
                                   const std::optional<std::uint64_t>& most, const std::string& what,
                                   const std::string& where) {
  if (least && count < *least) return misfit{where, "expected " + std::to_string(*least) + what + " or more"};
  if (most && count > *most) return misfit{where, "expected " + std::to_string(*most) + what + " or fewer"};
  return std::nullopt;
}

bool has_field(const object_type& of, std::string_view name) {
  return std::ranges::any_of(of.fields, [&](const field& each) { return each.name == name; });
}

}  // namespace

std::optional<misfit> value_fit::find(const json::value& value, const node& type) {
  return fit_node(value, &type, "");
}

bool value_fit::fills_itself(const field& of) {
  comes_back_ = false;
  filling_ = {&of};
  if (of.type) fit_node(of.default_value, of.type.get(), "");
  filling_.clear();
  return comes_back_;
}

value_fit::found value_fit::fit_node(const json::value& value, const node* type, const std::string& where) {
  if (!type || (type->nullable && value.is_null())) return std::nullopt;
  return std::visit([&](const auto& kind) { return fit(value, kind, where); }, type->type);
}

value_fit::found value_fit::fit(const json::value& value, const array_type& type, const std::string& where) {
  if (!value.is_array()) return expected("an array", value, where);
  const auto& items = value.get_array();
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (auto bad = fit_node(items[i], type.items.get(), place::tuple_item(where, i))) return bad;
  }
  return count_misfit(items.size(), type.min_items, type.max_items, " items", where);
}

value_fit::found value_fit::fit(const json::value& value, const tuple_type& type, const std::string& where) {
  if (!value.is_array()) return expected("an array", value, where);
  const auto& items = value.get_array();
  const auto count = type.items.size();
  if (items.size() < count || (items.size() > count && !type.rest)) {
    return misfit{where, "expected a tuple of " + std::to_string(count) + ", found " +
                             std::to_string(items.size()) + " items"};
  }
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto& item = i < count ? type.items[i] : *type.rest;
    if (auto bad = fit_node(items[i], item.get(), place::tuple_item(where, i))) return bad;
  }
  return std::nullopt;
}

value_fit::found value_fit::fit(const json::value& value, const record_type& type, const std::string& where) {
  if (!value.is_object()) return expected("an object", value, where);
  for (const auto& entry : value.get_object()) {
    const auto at = place::field(where, view(entry.key()));
    if (type.keys && fit_node(json::value(entry.key()), type.keys->get(), at)) {
      return misfit{at, "the key is not one that the record allows"};
    }
    if (auto bad = fit_node(entry.value(), type.values.get(), at)) return bad;
  }
  return std::nullopt;
}

value_fit::found value_fit::fit(const json::value& value, const union_type& type, const std::string& where) {
  if (!type.tag.empty()) return fit_tagged(value, type, where);
  for (const auto& option : type.options) {
    if (!fit_node(value, option.get(), where)) return std::nullopt;
  }
  return misfit{where, "none of the union's options fits " + shown(value)};
}

value_fit::found value_fit::fit_tagged(const json::value& value, const union_type& type,
                                       const std::string& where) {
  if (!value.is_object()) return expected("an object", value, where);
  const auto at = place::field(where, type.tag);
  const auto* tag = member(value.get_object(), type.tag);
  if (!tag) return misfit{at, "the union's tag is missing"};
  for (const auto& option : type.options) {
    const auto* target = types_.resolve(option.get());
    const auto* object = target ? as<object_type>(*target) : nullptr;
    if (!object) continue;
    const auto field = std::ranges::find(object->fields, type.tag, &field::name);
    if (field != object->fields.end() && !fit_node(*tag, field->type.get(), at)) {
      return fit_node(value, target, where);
    }
  }
  return misfit{at, "no option of the union has the tag " + shown(*tag)};
}

value_fit::found value_fit::fit(const json::value& value, const object_type& type, const std::string& where) {
  if (!value.is_object()) return expected("an object", value, where);
  const auto& object = value.get_object();
  for (const auto& each : type.fields) {
    const auto at = place::field(where, each.name);
    const auto* given = member(object, each.name);
    if (given) {
      if (auto bad = fit_node(*given, each.type.get(), at)) return bad;
    } else if (each.how == presence::required) {
      return misfit{at, "the field is missing"};
    } else if (each.how == presence::defaulted && !filling_.empty()) {
      if (std::ranges::find(filling_, &each) != filling_.end()) {
        comes_back_ = comes_back_ || filling_.front() == &each;
        continue;
      }
      filling_.push_back(&each);
      fit_node(each.default_value, each.type.get(), at);
      filling_.pop_back();
    }
  }
  return fit_unknown(object, type, where);
}

value_fit::found value_fit::fit_unknown(const json::object& value, const object_type& type,
                                        const std::string& where) {
  for (const auto& entry : value) {
    const auto name = view(entry.key());
    if (has_field(type, name)) continue;
    const auto at = place::field(where, name);
    if (type.unknown == unknown_keys::strict) return misfit{at, "the object allows no other field"};
    if (!type.rest) continue;
    if (auto bad = fit_node(entry.value(), type.rest->get(), at)) return bad;
  }
  return std::nullopt;
}

value_fit::found value_fit::fit(const json::value& value, const ref_type& type, const std::string& where) {
  return fit_node(value, types_.find(type.name), where);
}

}  // namespace clamator::codegen
