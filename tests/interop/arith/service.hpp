// The C++ side's implementation of "arith".
#pragma once

#include <string>

#include <clamator/rpc/service.hpp>

namespace clamator::interop {

// `instance` is what its handlers call themselves.
service make_arith(const std::string& instance);

}  // namespace clamator::interop
