// TypeScript: for each service a client's class and a service's interface, whose types come from the contract
// itself, so that there is nothing that could differ from it.
#pragma once

#include <string>

#include "model/emitter.hpp"

namespace clamator::codegen {

class typescript_emitter final : public emitter {
 public:
  // `contract_import` is what the generated files import the contract from. Where it is empty, that is the
  // contract file, in the same folder.
  explicit typescript_emitter(std::string contract_import) : contract_import_(std::move(contract_import)) {}

  std::vector<output_file> emit(const module& of, diagnostics& problems) const override;

 private:
  std::string contract_import_;
};

}  // namespace clamator::codegen
