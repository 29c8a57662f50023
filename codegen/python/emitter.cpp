#include "python/emitter.hpp"

#include "python/classes.hpp"
#include "python/imports.hpp"
#include "python/names.hpp"
#include "python/service.hpp"
#include "python/support.hpp"

namespace clamator::codegen {

std::vector<output_file> python_emitter::emit(const module& of, diagnostics& problems) const {
  python::imports needs;
  const std::string classes = python::classes_of(of, needs, problems);
  const std::string service = python::service_of(of, needs, problems);
  // Formatters have one empty line between imports and what is no class.
  const bool begins_with_class = classes.starts_with("\n\nclass ");
  return {{python::name_of(of.service) + ".py",
           "# Made by clamator-codegen from " + of.service +
               ".json. Changes are lost.\n\nfrom __future__ import annotations\n" + needs.text() +
               (begins_with_class ? classes : classes.substr(1)) + service}};
}

std::vector<output_file> python_emitter::shared_files() const {
  const std::string head = "# Made by clamator-codegen. Changes are lost.\n\n";
  return {{"__init__.py", ""},
          {"_clamator.py", head + python::support::models},
          {"_emoji.py", head + python::support::emoji},
          {"_formats.py", head + python::support::formats},
          {"_url.py", head + python::support::url}};
}

}  // namespace clamator::codegen
