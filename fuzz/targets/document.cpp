// Contract documents: refused with what is wrong, or made into sources in each language.
#include <memory>
#include <string>
#include <vector>

#include "cpp/emitter.hpp"
#include "document/read.hpp"
#include "lift/lift.hpp"
#include "python/emitter.hpp"
#include "target.hpp"
#include "typescript/emitter.hpp"

namespace clamator::fuzz {
namespace {

void check_refusal(const codegen::diagnostics& problems) {
  require(problems.errors() > 0, "what is refused has an error");
  for (const codegen::diagnostic& each : problems.all())
    require(!each.message.empty() && each.file.starts_with("a.json"),
            "an error says what is wrong, and in which file");
}

void check_sources(const std::vector<codegen::output_file>& files, const codegen::diagnostics& problems) {
  if (files.empty()) return check_refusal(problems);
  for (const codegen::output_file& each : files) {
    require(!each.text.empty(), "a source is not empty");
    require(each.name.find("..") == std::string::npos && !each.name.starts_with('/'),
            "a source stays in the folder that was given");
  }
}

}  // namespace

void document_target(std::string_view input) {
  codegen::diagnostics problems;
  const auto contract = codegen::read_document("a.json", input, problems);
  if (!contract) return check_refusal(problems);
  require(problems.errors() == 0, "what has an error is refused");
  const auto module = codegen::lift(*contract, problems);
  if (!module) return check_refusal(problems);
  check_sources(codegen::cpp_emitter().emit(*module, problems), problems);
  check_sources(codegen::python_emitter().emit(*module, problems), problems);
  check_sources(codegen::typescript_emitter({}).emit(*module, problems), problems);
}

}  // namespace clamator::fuzz
