#include "cpp/emitter.hpp"

#include <map>

#include "cpp/header.hpp"
#include "cpp/names.hpp"
#include "cpp/source.hpp"

namespace clamator::codegen {
namespace {

// Types that the generator itself adds beside the contract's.
void check_type_names(const module& of, const cpp_service_names& names, diagnostics& problems) {
  for (const declaration& each : of.declarations) {
    if (each.name != names.service && each.name != names.client) continue;
    problems.error(of.file, each.place,
                   "its type would be called " + each.name +
                       ", as is a class that is made for the service; export "
                       "the schema under another name");
  }
}

void check_method_names(const module& of, diagnostics& problems) {
  std::map<std::string, std::string> taken;
  for (const module_method& each : of.methods) {
    const auto [other, fresh] = taken.emplace(cpp_member(each.name), each.name);
    if (fresh) continue;
    problems.error(of.file, of.service + "." + each.name,
                   "\"" + other->second + "\" and \"" + each.name + "\" are both called " + other->first +
                       " in C++; rename one of them in the contract");
  }
}

}  // namespace

std::vector<output_file> cpp_emitter::emit(const module& of, diagnostics& problems) const {
  const std::size_t errors_before = problems.errors();
  const cpp_service_names names = cpp_names_of(of, outer_);
  check_type_names(of, names, problems);
  check_method_names(of, problems);
  const std::vector<cpp_declaration> declarations = plan_cpp(of, problems);
  if (problems.errors() != errors_before) return {};
  return {{names.stem + ".hpp", cpp_header(of, names, declarations)},
          {names.stem + ".cpp", cpp_source(of, names, declarations)}};
}

}  // namespace clamator::codegen
