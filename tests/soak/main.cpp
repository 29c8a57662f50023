// ./dev soak: many calls through a pool of servers under random faults, and a ledger that says whether
// anything was lost.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <system_error>

#include "soak/ledger.hpp"
#include "soak/settings.hpp"
#include "soak/soak_run.hpp"

namespace clamator::soak {
namespace {

void print(const std::string& text) {
  std::fputs(text.c_str(), stdout);
  std::fflush(stdout);
}

std::filesystem::path new_directory() {
  std::string pattern = std::filesystem::temp_directory_path() / "clamator-soak-XXXXXX";
  if (::mkdtemp(pattern.data()) == nullptr) {
    throw std::system_error(errno, std::system_category(), "make a directory like " + pattern);
  }
  return pattern;
}

// Prints the ledger, and what the journals say of the first that violate it.
bool judge(const std::filesystem::path& journals) {
  const record what = record::read(journals);
  const ledger made(what);
  print(table(made));
  for (const ledger_section& section : made.sections()) {
    for (const ledger_line& line : section.lines) {
      for (const std::string& key : line.violated() ? line.first : std::vector<std::string>()) {
        print("\n" + line.label + ": " + key + "\n");
        for (const std::string& said : lines_about(journals, key)) print("  " + said + "\n");
      }
    }
  }
  return made.holds();
}

std::string words(const soak_settings& settings) {
  std::string faults;
  for (const fault_kind kind : settings.faults)
    faults += (faults.empty() ? "" : ",") + std::string(to_string(kind));
  return std::to_string(settings.calls) + " calls, faults " + (faults.empty() ? "none" : faults) + ", seed " +
         std::to_string(settings.seed);
}

int run(const soak_settings& settings) {
  if (!settings.judge.empty()) return judge(settings.judge) ? 0 : 1;
  const std::filesystem::path journals = new_directory();
  print("soak: " + words(settings) + "\n");
  const auto begin = std::chrono::steady_clock::now();
  std::string problem;
  try {
    soak_run(settings, journals).perform();
  } catch (const std::exception& error) {
    problem = error.what();
  }
  const auto took =
      std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - begin);
  print("soak: took " + std::to_string(took.count()) + " s\n\n");
  const bool holds = judge(journals);
  if (!problem.empty()) print("\nsoak: broken off: " + problem + "\n");
  if (holds && !settings.keep) {
    std::filesystem::remove_all(journals);
  } else {
    print("\nThe journals are in " + journals.string() + "\n");
  }
  print(holds ? "\nNothing was lost.\n" : "\nThe ledger does not hold.\n");
  return holds ? 0 : 1;
}

}  // namespace
}  // namespace clamator::soak

int main(int count, char** words) try {
  return clamator::soak::run(clamator::soak::settings_from(count, words));
} catch (const clamator::soak::command_line_end& end) {
  return end.status;
} catch (const std::exception& error) {
  std::fprintf(stderr, "soak: %s\n", error.what());
  return 1;
}
