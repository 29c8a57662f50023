#include <algorithm>
#include <map>
#include <set>

#include "document/checks.hpp"
#include "document/place.hpp"
#include "document/walk.hpp"
#include "names/case.hpp"

namespace clamator::codegen {
namespace {

using place::in_quotes;

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_alphanumeric(char c) {
  return is_lower(c) || is_upper(c) || is_digit(c);
}

std::string lowered(std::string name) {
  for (char& c : name) {
    if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
  }
  return name;
}

void check_service(const std::string& name, report& to) {
  const auto allowed = [](char c) { return is_lower(c) || is_digit(c) || c == '-'; };
  if (name.empty() || (is_lower(name.front()) && std::ranges::all_of(name, allowed))) return;
  to.error("", "the service name " + in_quotes(name) +
                   " is not allowed: it begins with a-z, then a-z, 0-9 and - may follow; rename the service");
}

void check_methods(const contract& of, report& to) {
  std::map<std::string, std::string> by_snake;
  for (const auto& method : of.methods) {
    if (method.name.empty()) continue;
    const auto place = place::method(of.service, method.name);
    if (!is_lower(method.name.front()) || !std::ranges::all_of(method.name, is_alphanumeric)) {
      to.error(
          place,
          "the method name " + in_quotes(method.name) +
              " is not allowed: it begins with a-z, then a-z, A-Z and 0-9 may follow; rename the method");
      continue;
    }
    const auto [other, added] = by_snake.emplace(snake_case(method.name), method.name);
    if (added) continue;
    if (other->second == method.name) {
      to.error(place, "the service has two methods of this name: rename one of them");
    } else {
      to.error(place, "the methods " + in_quotes(other->second) + " and " + in_quotes(method.name) +
                          " would both be " + in_quotes(other->first) +
                          " in C++ and Python: rename one of them");
    }
  }
}

void check_types(const contract& of, report& to) {
  std::map<std::string, std::string> by_lowered;
  for (const auto& type : of.types) {
    if (type.name.empty()) continue;
    const auto place = place::named_type(type.name);
    if (!is_upper(type.name.front()) || !std::ranges::all_of(type.name, is_alphanumeric)) {
      to.error(place, "the type name " + in_quotes(type.name) +
                          " is not allowed: it begins with A-Z, then A-Z, a-z and 0-9 may follow; rename the "
                          "export that the contract gives the schema");
      continue;
    }
    const auto [other, added] = by_lowered.emplace(lowered(type.name), type.name);
    if (added) continue;
    if (other->second == type.name) {
      to.error(place, "two types have this name: rename one of them");
    } else {
      to.error(place, "the type names " + in_quotes(other->second) + " and " + in_quotes(type.name) +
                          " differ only in case: rename one of them");
    }
  }
}

void check_fields(const contract& of, report& to) {
  walk(of, [&](const node& each, const std::string& place) {
    const auto* object = as<object_type>(each);
    if (!object) return;
    std::set<std::string_view> seen;
    for (const auto& field : object->fields) {
      if (seen.insert(field.name).second) continue;
      to.error(place, "two fields are named " + in_quotes(field.name) + ": rename one of them");
    }
  });
}

void check_hash(const std::string& hash, const char* name, const std::string& place, report& to) {
  const auto is_hex = [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); };
  if (hash.empty() || (hash.size() == 64 && std::ranges::all_of(hash, is_hex))) return;
  to.error(place, std::string("the hash of its ") + name +
                      " is not the 64 digits 0-9a-f of a SHA-256: run clamator-contracts again");
}

}  // namespace

void check_names(const contract& of, report& to) {
  check_service(of.service, to);
  check_methods(of, to);
  check_types(of, to);
  check_fields(of, to);
  for (const auto& method : of.methods) {
    const auto place = place::method(of.service, method.name);
    check_hash(method.params_hash, "params", place, to);
    check_hash(method.result_hash, "result", place, to);
  }
}

}  // namespace clamator::codegen
