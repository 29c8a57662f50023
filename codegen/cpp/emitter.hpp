// Makes <service>.hpp and <service>.cpp.
#pragma once

#include <string>

#include "model/emitter.hpp"

namespace clamator::codegen {

class cpp_emitter final : public emitter {
 public:
  // `outer` is the namespace around those of the services, such as "app::contracts", or empty.
  explicit cpp_emitter(std::string outer = {}) : outer_(std::move(outer)) {}
  std::vector<output_file> emit(const module& of, diagnostics& problems) const override;

 private:
  std::string outer_;
};

}  // namespace clamator::codegen
