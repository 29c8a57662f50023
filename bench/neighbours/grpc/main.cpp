#include "arith.hpp"
#include "program.hpp"

int main(int argc, char** argv) {
  return bench::run_program({"bench_grpc", bench::over_grpc::serve, bench::over_grpc::call}, argc, argv);
}
