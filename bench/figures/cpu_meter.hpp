// CPU time that the processes of a measurement use while it counts: the client's own, and that of those whose
// ids it was given. Read before and after, never in between, so that it costs the measured loop nothing.
#pragma once

#include <string>
#include <vector>

#include <sys/types.h>

namespace bench {

class cpu_meter {
 public:
  // Begins with "client", which is the calling process.
  cpu_meter();

  // Another process to look at, under this name. Throws std::runtime_error where it is not there.
  void watch(std::string name, pid_t process);

  // From here on.
  void start();
  // Up to here.
  void stop();

  struct usage {
    std::string name;
    double seconds = 0;
  };
  // Between start() and stop().
  std::vector<usage> used() const;

 private:
  struct watched {
    std::string name;
    clockid_t clock;
    double before;
    double after;
  };

  std::vector<watched> watched_;
};

}  // namespace bench
