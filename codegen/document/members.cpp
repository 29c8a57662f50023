#include "document/members.hpp"

#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "document/place.hpp"

namespace clamator::codegen {
namespace {

namespace json = boost::json;

constexpr const char* anew = "run clamator-contracts again";

std::string joined(const std::vector<std::string_view>& names) {
  std::string text;
  for (const auto name : names) text += (text.empty() ? "" : ", ") + std::string(name);
  return text;
}

}  // namespace

const json::value* members::any(std::string_view name) {
  if (std::ranges::find(asked_, name) == asked_.end()) asked_.push_back(name);
  return of_.if_contains(json::string_view(name.data(), name.size()));
}

std::optional<std::string> members::text(std::string_view name) {
  const auto* found = any(name);
  if (!found) return std::nullopt;
  if (const auto* text = found->if_string()) return std::string(text->data(), text->size());
  wrong(name, "a string");
  return std::nullopt;
}

std::optional<std::uint64_t> members::count(std::string_view name) {
  const auto* found = any(name);
  if (!found) return std::nullopt;
  if (found->is_uint64()) return found->get_uint64();
  if (found->is_int64() && found->get_int64() >= 0) return static_cast<std::uint64_t>(found->get_int64());
  wrong(name, "a whole number from 0 on");
  return std::nullopt;
}

std::optional<json::value> members::number(std::string_view name) {
  const auto* found = any(name);
  if (!found) return std::nullopt;
  if (found->is_number()) return *found;
  wrong(name, "a number");
  return std::nullopt;
}

bool members::flag(std::string_view name) {
  const auto* found = any(name);
  if (!found) return false;
  const bool set = found->is_bool() && found->get_bool();
  if (!set) wrong(name, "true, or left out");
  return set;
}

const json::array* members::list(std::string_view name) {
  const auto* found = any(name);
  if (!found) return nullptr;
  if (found->is_array()) return &found->get_array();
  wrong(name, "a list");
  return nullptr;
}

const json::value* members::require(std::string_view name) {
  const auto* found = any(name);
  if (!found) {
    to_.error(place_, place::in_quotes(name) + " is missing: " + what_ + " must have it; " + anew);
  }
  return found;
}

std::string members::require_text(std::string_view name) {
  const auto* found = require(name);
  if (!found) return "";
  const auto read = text(name).value_or("");
  if (found->is_string() && read.empty()) wrong(name, "a string that is not empty");
  return read;
}

const json::array* members::require_list(std::string_view name) {
  return require(name) ? list(name) : nullptr;
}

void members::finish() {
  for (const auto& member : of_) {
    const std::string_view name(member.key().data(), member.key().size());
    if (std::ranges::find(asked_, name) != asked_.end()) continue;
    to_.error(place_,
              "unknown member " + place::in_quotes(name) + ": " + what_ + " has " + joined(asked_) +
                  "; take it out, or update clamator if a newer clamator-contracts made the document");
  }
}

void members::wrong(std::string_view name, std::string_view expected) {
  to_.error(place_, place::in_quotes(name) + " must be " + std::string(expected) + "; " + anew);
}

const json::object* require_object(const json::value& of, const std::string& place, std::string_view what,
                                   report& to) {
  if (of.is_object()) return &of.get_object();
  to.error(place, std::string(what) + " must be an object; " + anew);
  return nullptr;
}

}  // namespace clamator::codegen
