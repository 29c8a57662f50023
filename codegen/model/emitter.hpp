// What makes one language's sources of a module.
#pragma once

#include <string>
#include <vector>

#include "model/diagnostic.hpp"
#include "model/module.hpp"

namespace clamator::codegen {

struct output_file {
  std::string name;  // relative to the language's folder
  std::string text;
};

class emitter {
 public:
  emitter() = default;
  emitter(const emitter&) = delete;
  emitter& operator=(const emitter&) = delete;
  virtual ~emitter() = default;

  // The files of one service. What the language cannot express goes to `problems`, with what to do.
  virtual std::vector<output_file> emit(const module& of, diagnostics& problems) const = 0;
  // Files that serve all services together; none by default.
  virtual std::vector<output_file> shared_files() const { return {}; }
};

}  // namespace clamator::codegen
