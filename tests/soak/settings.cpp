#include "soak/settings.hpp"

#include <random>
#include <stdexcept>

#include <CLI/CLI.hpp>

namespace clamator::soak {

soak_settings settings_from(int count, char** words) {
  soak_settings made;
  made.seed = std::random_device()() % 1'000'000;
  std::string faults = "all", judge;
  double every = 1, claim_idle = 2, timeout = 15;
  CLI::App app{
      "Calls through a pool of servers under random faults, and a ledger of what became of each call",
      "soak"};
  app.add_option("--calls", made.calls, "How many, of all clients together")->capture_default_str();
  app.add_option("--faults", faults, "all, none, or some of server,client,connection,redis,freeze")
      ->capture_default_str();
  app.add_option("--every", every, "Seconds from one fault to the next, on average")->capture_default_str();
  app.add_option("--seed", made.seed, "Of what is random; printed, so that a run can be repeated");
  app.add_option("--servers", made.cpp_servers, "C++ servers")->capture_default_str();
  app.add_option("--python-servers", made.python_servers, "Python servers")->capture_default_str();
  app.add_option("--clients", made.clients, "Clients, besides the one that is never killed")
      ->capture_default_str();
  app.add_option("--window", made.window, "Calls of each client at a time")->capture_default_str();
  app.add_option("--concurrency", made.concurrency, "Requests that a C++ server runs at a time")
      ->capture_default_str();
  app.add_option("--claim-idle", claim_idle, "Seconds after which a request is taken from its server")
      ->capture_default_str();
  app.add_option("--timeout", timeout, "Seconds that a call may take")->capture_default_str();
  app.add_flag("--keep", made.keep, "Keep the journals, as it is done where a rule was violated");
  app.add_option("--judge", judge, "Print the ledger of the journals in this directory, and run nothing");
  try {
    app.parse(count, words);
    made.faults = fault_kinds(faults);
    if (made.cpp_servers == 0 || made.window == 0 || made.concurrency == 0 || every <= 0 || claim_idle <= 0 ||
        timeout <= 0)
      throw std::invalid_argument("servers, window and times are more than 0");
  } catch (const CLI::ParseError& end) {
    throw command_line_end{app.exit(end)};
  } catch (const std::invalid_argument& error) {
    std::fprintf(stderr, "soak: %s\n", error.what());
    throw command_line_end{2};
  }
  const auto milliseconds = [](double seconds) {
    return std::chrono::milliseconds(static_cast<int>(seconds * 1000));
  };
  made.every = milliseconds(every);
  made.claim_idle = milliseconds(claim_idle);
  made.timeout = milliseconds(timeout);
  made.judge = judge;
  return made;
}

}  // namespace clamator::soak
