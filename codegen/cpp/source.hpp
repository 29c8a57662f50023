// The generated source.
#pragma once

#include <string>
#include <vector>

#include "cpp/plan.hpp"
#include "cpp/service_names.hpp"

namespace clamator::codegen {

std::string cpp_source(const module& of, const cpp_service_names& names,
                       const std::vector<cpp_declaration>& declarations);

}  // namespace clamator::codegen
