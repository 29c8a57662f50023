#include "python/imports.hpp"

#include <array>

namespace clamator::codegen::python {
namespace {

std::size_t section_of(const std::string& source) {
  if (source.starts_with('.')) return 2;
  const bool of_python = source == "abc" || source == "enum" || source == "typing";
  return of_python ? 0 : 1;
}

}  // namespace

std::string imports::text() const {
  std::array<std::string, 3> sections;
  for (const auto& [source, names] : names_) {
    for (const std::string& name : names)
      sections[section_of(source)] += "from " + source + " import " + name + " as _" + name + "\n";
  }
  std::string all;
  for (const std::string& each : sections) {
    if (!each.empty()) all += "\n" + each;
  }
  return all;
}

}  // namespace clamator::codegen::python
