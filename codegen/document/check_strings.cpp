#include <algorithm>
#include <array>
#include <span>

#include "document/checks.hpp"
#include "document/place.hpp"
#include "document/walk.hpp"
#include "pattern/translate.hpp"

namespace clamator::codegen {
namespace {

using place::in_quotes;

struct known_format {
  const char* name;
  std::array<const char*, 3> options;  // null behind the last
};

constexpr std::array known_formats{
    known_format{"email", {}},
    known_format{"url", {}},
    known_format{"emoji", {}},
    known_format{"uuid", {}},
    known_format{"nanoid", {}},
    known_format{"cuid", {}},
    known_format{"cuid2", {}},
    known_format{"ulid", {}},
    known_format{"base64", {}},
    known_format{"base64url", {}},
    known_format{"date", {}},
    known_format{"time", {"precision"}},
    known_format{"datetime", {"offset", "local", "precision"}},
    known_format{"duration", {}},
    known_format{"ip", {"version"}},
    known_format{"cidr", {"version"}},
    known_format{"jwt", {"alg"}},
};

void check_format(const string_format& of, const std::string& place, report& to) {
  if (of.name.empty()) return;
  const auto known =
      std::ranges::find_if(known_formats, [&](const auto& each) { return of.name == each.name; });
  if (known == known_formats.end()) {
    to.error(place, "unknown format " + in_quotes(of.name) +
                        ": update clamator if a newer clamator-contracts made the document");
    return;
  }
  const auto allowed = [&](std::string_view option) {
    return std::ranges::any_of(known->options, [&](const char* each) { return each && option == each; });
  };
  const std::pair<const char*, bool> given[] = {{"offset", of.offset},
                                                {"local", of.local},
                                                {"precision", of.precision.has_value()},
                                                {"version", !of.version.empty()},
                                                {"alg", !of.algorithm.empty()}};
  for (const auto& [option, set] : given) {
    if (!set || allowed(option)) continue;
    to.error(place,
             "the format " + in_quotes(of.name) + " has no option " + in_quotes(option) + ": take it out");
  }
  if (!of.version.empty() && of.version != "v4" && of.version != "v6") {
    to.error(place, "the version of the format " + in_quotes(of.name) + " must be \"v4\" or \"v6\", not " +
                        in_quotes(of.version) + ": change it, or leave it out for both");
  }
}

}  // namespace

void check_strings(const contract& of, report& to) {
  walk(of, [&](const node& each, const std::string& place) {
    const auto* text = as<string_type>(each);
    if (!text) return;
    for (const auto& format : text->formats) check_format(format, place, to);
    for (const auto& pattern : text->patterns) {
      const auto problem = to_re2(pattern).problem;
      if (problem.empty()) continue;
      to.error(place, "the pattern /" + pattern.source + '/' + pattern.flags + " cannot be used: " + problem);
    }
  });
}

}  // namespace clamator::codegen
