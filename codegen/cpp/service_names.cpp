#include "cpp/service_names.hpp"

#include "cpp/names.hpp"
#include "names/case.hpp"

namespace clamator::codegen {

cpp_service_names cpp_names_of(const module& of, const std::string& outer) {
  const std::string stem = snake_case(of.service);
  const std::string inner = cpp_identifier(stem);
  const std::string pascal = pascal_case(of.service);
  return {stem, outer.empty() ? inner : outer + "::" + inner, pascal + "Service", pascal + "Client",
          stem + "_contract"};
}

}  // namespace clamator::codegen
