// The call of two integers over gRPC, with the callback API on both sides.
#pragma once

#include "program.hpp"

namespace bench::over_grpc {

[[noreturn]] void serve(const peer& at);
figures call(const peer& at, closed_loop& load);

}  // namespace bench::over_grpc
