// What a service is called in C++.
#pragma once

#include <string>

#include "model/module.hpp"

namespace clamator::codegen {

struct cpp_service_names {
  std::string stem;      // of the files and of arith_contract: arith
  std::string space;     // the namespace: arith, or app::arith below one of the user's
  std::string service;   // ArithService
  std::string client;    // ArithClient
  std::string contract;  // arith_contract
};

// `outer` is the namespace around that of the service, or empty.
cpp_service_names cpp_names_of(const module& of, const std::string& outer);

}  // namespace clamator::codegen
