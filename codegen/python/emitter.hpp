// Python: for each service a module with Pydantic models, the service's abstract class, its client and its
// contract, over what all services share.
#pragma once

#include "model/emitter.hpp"

namespace clamator::codegen {

class python_emitter final : public emitter {
 public:
  std::vector<output_file> emit(const module& of, diagnostics& problems) const override;
  std::vector<output_file> shared_files() const override;
};

}  // namespace clamator::codegen
