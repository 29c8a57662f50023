// The call of two integers over NATS: a request is published with an inbox to answer to.
#pragma once

#include <cstdint>
#include <string>

#include "program.hpp"

namespace bench::over_nats {

// Servers of other settings may be at the same broker.
inline std::string subject_of(const peer& at) {
  return "arith.add." + at.setting;
}

// As they are in memory: NATS has no encoding of its own, and none costs least.
struct add_params {
  std::int64_t a;
  std::int64_t b;
};

struct add_result {
  std::int64_t sum;
};

[[noreturn]] void serve(const peer& at);
figures call(const peer& at, closed_loop& load);

}  // namespace bench::over_nats
