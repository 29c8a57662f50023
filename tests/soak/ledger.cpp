#include "soak/ledger.hpp"

#include <algorithm>
#include <stdexcept>

#include "soak/call_rules.hpp"
#include "soak/run_rules.hpp"

namespace clamator::soak {
namespace {

ledger_section processes_of(const record& what) {
  ledger_line cpp{.label = "C++ processes that ended by themselves", .rule = true};
  ledger_line python{.label = "Python servers that ended by themselves"};
  for (const process_record& each : what.processes()) {
    if (!each.died) continue;
    ledger_line& line = each.kind == process_kind::python_server ? python : cpp;
    ++line.count;
    line.note += (line.note.empty() ? "" : ", ") + each.name + " with status " + *each.died;
  }
  ledger_line pending{.label = "requests pending at the end", .rule = true};
  pending.count = what.figure("pending").value_or(0);
  ledger_line unread{.label = "requests unread at the end", .rule = true};
  unread.count = what.figure("unread").value_or(0);
  // A driver that said nothing of the end did not come to it.
  ledger_line broken{.label = "runs that were broken off", .rule = true};
  broken.count = what.figure("pending") ? 0 : 1;
  return {"the end", {cpp, python, pending, unread, broken}};
}

ledger_section faults_of(const record& what) {
  ledger_section faults{"faults", {}};
  for (const auto& [kind, count] : what.faults())
    faults.lines.push_back({.label = kind, .count = static_cast<std::int64_t>(count)});
  return faults;
}

std::string kilobytes(std::int64_t bytes) {
  return std::to_string(bytes / 1024) + " KiB";
}

// A process's own memory is so small here that its allocator's rounding is more than a tenth of it.
constexpr std::int64_t rounding = 512 * 1024;

ledger_section memory_of(const record& what) {
  ledger_section memory{"memory, which may have grown by a tenth, or by 512 KiB", {}};
  for (const measure& each : what.measures()) {
    ledger_line line{.label = each.what + " grew by more", .rule = true};
    line.count = each.after > each.before + std::max(each.before / 10, rounding) ? 1 : 0;
    line.note = kilobytes(each.before) + " after its warm-up, " + kilobytes(each.after) + " at the end";
    memory.lines.push_back(line);
  }
  if (const auto left = what.figure("left_behind"); left && !memory.lines.empty())
    memory.lines.push_back({.label = "KiB of Redis left by what was killed", .count = *left / 1024});
  return memory;
}

std::string grouped(std::int64_t count) {
  std::string text = std::to_string(count);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
  return text;
}

std::string padded(const std::string& text, std::size_t width, bool right) {
  const std::string space(width > text.size() ? width - text.size() : 0, ' ');
  return right ? space + text : text + space;
}

}  // namespace

ledger::ledger(const record& what)
    : sections_{faults_of(what), calls_of(what),     requests_of(what),
                runs_of(what),   processes_of(what), memory_of(what)} {}

bool ledger::holds() const noexcept {
  return std::all_of(sections_.begin(), sections_.end(), [](const ledger_section& section) {
    return std::none_of(section.lines.begin(), section.lines.end(),
                        [](const ledger_line& line) { return line.violated(); });
  });
}

const ledger_line& ledger::at(std::string_view label) const {
  for (const ledger_section& section : sections_) {
    for (const ledger_line& line : section.lines) {
      if (line.label == label) return line;
    }
  }
  throw std::out_of_range("the ledger has no line \"" + std::string(label) + "\"");
}

std::string table(const ledger& what) {
  std::string text;
  for (const ledger_section& section : what.sections()) {
    if (section.lines.empty()) continue;
    text += section.title + "\n";
    for (const ledger_line& line : section.lines) {
      const std::string word = line.violated() ? "VIOLATED" : line.rule ? "ok" : "";
      std::string row = "  " + padded(line.label, 52, false) + padded(grouped(line.count), 11, true);
      if (!word.empty() || !line.note.empty()) row += "  " + padded(word, line.note.empty() ? 0 : 8, false);
      text += row + (line.note.empty() ? "" : "  " + line.note) + "\n";
    }
  }
  return text;
}

}  // namespace clamator::soak
