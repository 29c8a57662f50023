#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <sys/types.h>

#include "support/unique_fd.hpp"

namespace clamator::test {

/// A program that was just started, with our ends of its pipes.
struct spawned_process {
  pid_t pid = -1;
  unique_fd exit;  ///< a pidfd: readable once the process has ended
  unique_fd input, output, errors;
};

/// Starts `argv` with `environment` added to our own, in `directory` unless that is empty. The child gets no
/// other descriptor of ours and is killed when this process dies, however it dies.
/// Throws std::system_error, with the program's name, where it cannot be run.
spawned_process spawn(const std::vector<std::string>& argv,
                      const std::map<std::string, std::string>& environment,
                      const std::filesystem::path& directory);

}  // namespace clamator::test
