#include <exception>
#include <iostream>

#include "command/generate.hpp"
#include "command/options.hpp"
#include "command/watch.hpp"

int main(int argc, char** argv) try {
  namespace codegen = clamator::codegen;
  int status = 0;
  const std::optional<codegen::options> with = codegen::parse_command_line(argc, argv, status);
  if (!with) return status;
  return with->watch ? codegen::watch(*with) : codegen::generate(*with);
} catch (const std::exception& error) {
  std::cerr << "clamator-codegen: " << error.what() << '\n';
  return 1;
}
