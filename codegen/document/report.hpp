// Where one document's findings go.
#pragma once

#include <string>

#include "model/diagnostic.hpp"

namespace clamator::codegen {

class report {
 public:
  report(const std::string& file, diagnostics& to) : file_(file), to_(to) {}

  void error(const std::string& place, std::string message) { to_.error(file_, place, std::move(message)); }
  void warning(const std::string& place, std::string message) {
    to_.warning(file_, place, std::move(message));
  }
  // What is wrong with the text itself, which an editor finds by line and column.
  void error_at(std::size_t line, std::size_t column, std::string message) {
    to_.error(file_ + ':' + std::to_string(line) + ':' + std::to_string(column), "", std::move(message));
  }

 private:
  const std::string& file_;
  diagnostics& to_;
};

}  // namespace clamator::codegen
