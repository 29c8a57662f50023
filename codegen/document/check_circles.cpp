// A type may hold itself, if a value of it can end and checking a value does.
#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "document/checks.hpp"
#include "document/place.hpp"

namespace clamator::codegen {
namespace {

using name_path = std::vector<std::string>;

std::string joined(const name_path& circle, const char* verb) {
  std::string text;
  for (const auto& name : circle) text += name + verb;
  return text + circle.front();
}

// Whether some value of a node ends, given the types of which none is known to.
class ends {
 public:
  explicit ends(const std::set<std::string>& endless) : endless_(endless) {}

  // The reference for which no value ends, or empty.
  std::string hindered_by(const node_ptr& of) const {
    return !of || of->nullable ? "" : std::visit(*this, of->type);
  }

  std::string operator()(const ref_type& of) const { return endless_.contains(of.name) ? of.name : ""; }
  std::string operator()(const array_type& of) const {
    return of.min_items.value_or(0) > 0 ? hindered_by(of.items) : "";
  }
  std::string operator()(const tuple_type& of) const {
    for (const auto& item : of.items) {
      if (auto by = hindered_by(item); !by.empty()) return by;
    }
    return "";
  }
  std::string operator()(const union_type& of) const {
    std::string first;
    for (const auto& option : of.options) {
      auto by = hindered_by(option);
      if (by.empty()) return "";
      if (first.empty()) first = std::move(by);
    }
    return first;
  }
  // A default is filled in where the field is absent, so it has to end as well.
  std::string operator()(const object_type& of) const {
    for (const auto& field : of.fields) {
      if (field.how == presence::optional) continue;
      if (auto by = hindered_by(field.type); !by.empty()) return by;
    }
    return "";
  }
  std::string operator()(const auto&) const { return ""; }

 private:
  const std::set<std::string>& endless_;
};

class circle_check {
 public:
  circle_check(const contract& of, report& to) : to_(to) {
    for (const auto& type : of.types) types_.emplace(type.name, type.type);
  }

  bool run() {
    for (const auto& [name, type] : types_) {
      name_path path{name};
      if (visited_.insert(name).second) find_hollow(type, path);
    }
    find_endless();
    return in_circle_.empty();
  }

 private:
  // A circle of references and unions alone: checking a value would come back to the same value.
  void find_hollow(const node_ptr& of, name_path& path) {
    if (!of) return;
    if (const auto* options = as<union_type>(*of)) {
      for (const auto& option : options->options) find_hollow(option, path);
    }
    const auto* ref = as<ref_type>(*of);
    const auto target = ref ? types_.find(ref->name) : types_.end();
    if (target == types_.end()) return;
    const auto begin = std::ranges::find(path, ref->name);
    if (begin != path.end()) {
      tell({begin, path.end()}, " is ",
           "checking a value would never end; put an object or an array between, or "
           "take the reference out");
      return;
    }
    if (!visited_.insert(ref->name).second) return;
    path.push_back(ref->name);
    find_hollow(target->second, path);
    path.pop_back();
  }

  void find_endless() {
    std::set<std::string> endless;
    for (const auto& [name, type] : types_) endless.insert(name);
    const ends test(endless);
    const auto ending = [&](const auto& each) {
      return endless.contains(each.first) && test.hindered_by(each.second).empty();
    };
    for (auto found = std::ranges::find_if(types_, ending); found != types_.end();
         found = std::ranges::find_if(types_, ending)) {
      endless.erase(found->first);
    }
    for (const auto& name : endless) follow(name, test);
  }

  // From one hindered type to the next comes to a circle.
  void follow(std::string name, const ends& test) {
    name_path path;
    while (std::ranges::find(path, name) == path.end()) {
      path.push_back(name);
      name = test.hindered_by(types_.at(name));
    }
    tell({std::ranges::find(path, name), path.end()}, " holds ",
         "no value could end; make one of them optional or nullable, or hold it in an array that may be "
         "empty");
  }

  void tell(const name_path& circle, const char* verb, const std::string& consequence) {
    const bool new_one =
        std::ranges::none_of(circle, [&](const auto& name) { return in_circle_.contains(name); });
    if (new_one) to_.error(place::named_type(circle.front()), joined(circle, verb) + ": " + consequence);
    in_circle_.insert(circle.begin(), circle.end());
  }

  report& to_;
  std::map<std::string, node_ptr> types_;
  std::set<std::string> visited_;
  std::set<std::string> in_circle_;
};

}  // namespace

bool check_circles(const contract& of, report& to) {
  return circle_check(of, to).run();
}

}  // namespace clamator::codegen
