#include "soak/fault_plan.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace clamator::soak {
namespace {

constexpr std::array<std::pair<fault_kind, std::string_view>, 5> names{
    {{fault_kind::server, "server"},
     {fault_kind::client, "client"},
     {fault_kind::connection, "connection"},
     {fault_kind::redis, "redis"},
     {fault_kind::freeze, "freeze"}}};

}  // namespace

std::string_view to_string(fault_kind kind) noexcept {
  return std::find_if(names.begin(), names.end(), [&](const auto& each) { return each.first == kind; })
      ->second;
}

std::vector<fault_kind> fault_kinds(std::string_view list) {
  std::vector<fault_kind> kinds;
  if (list == "none") return kinds;
  for (const auto& [kind, name] : names) {
    if (list == "all") kinds.push_back(kind);
  }
  if (list == "all") return kinds;
  for (;;) {
    const std::string_view word = list.substr(0, list.find(','));
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const auto& each) { return each.second == word; });
    if (found == names.end()) {
      throw std::invalid_argument("there is no fault \"" + std::string(word) +
                                  "\": name some of server,client,connection,redis,freeze, or all, or none");
    }
    kinds.push_back(found->first);
    if (word.size() == list.size()) return kinds;
    list.remove_prefix(word.size() + 1);
  }
}

fault_plan::fault_plan(std::uint64_t seed, std::vector<fault_kind> kinds, std::chrono::milliseconds every)
    : random_(seed), kinds_(std::move(kinds)), every_(every), at_(kinds_.size()) {}

// Not with the standard's distributions and shuffle, which every library makes in its own way.
fault fault_plan::next() {
  if (at_ == kinds_.size()) {
    for (std::size_t i = kinds_.size(); i > 1; --i) std::swap(kinds_[i - 1], kinds_[random_() % i]);
    at_ = 0;
  }
  const auto whole = static_cast<std::uint64_t>(every_.count());
  const auto after = static_cast<std::int64_t>(whole / 2 + random_() % (whole + 1));
  return {kinds_[at_++], std::chrono::milliseconds(after), random_()};
}

}  // namespace clamator::soak
