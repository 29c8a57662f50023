// What is wrong with a document, or worth knowing, and where.
#pragma once

#include <string>
#include <vector>

namespace clamator::codegen {

enum class severity { warning, error };

struct diagnostic {
  severity how = severity::error;
  std::string file;     // the document
  std::string place;    // "arith.add params.items[].when", "types.Address.street", or empty
  std::string message;  // the cause and the remedy
};

// Collects; the order is that of the findings.
class diagnostics {
 public:
  void error(std::string file, std::string place, std::string message) {
    all_.push_back({severity::error, std::move(file), std::move(place), std::move(message)});
    ++errors_;
  }
  void warning(std::string file, std::string place, std::string message) {
    all_.push_back({severity::warning, std::move(file), std::move(place), std::move(message)});
  }
  std::size_t errors() const noexcept { return errors_; }
  const std::vector<diagnostic>& all() const noexcept { return all_; }

 private:
  std::vector<diagnostic> all_;
  std::size_t errors_ = 0;
};

}  // namespace clamator::codegen
