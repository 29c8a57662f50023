#include "arith.hpp"
#include "program.hpp"

int main(int argc, char** argv) {
  return bench::run_program(
      {"bench_nats", bench::over_nats::serve, bench::over_nats::call, {"at_once", "gathered", "loop"}}, argc,
      argv);
}
