#include "soak/call_rules.hpp"

#include <algorithm>
#include <map>

namespace clamator::soak {
namespace {

constexpr std::size_t keys_kept = 3;

// Whether Redis said so, or somebody saw it there, and it must run. What nobody waits for any more need not:
// it is withdrawn, or not begun. An error of the other side's is an answer, whatever that did with the
// request.
bool must_run(const call_record& call) {
  const bool over = call.outcome.starts_with("timed_out") || call.outcome == "outcome_unknown";
  if (call.outcome.starts_with("rpc_error") || (over && !call.notification)) return false;
  return call.stored > 0 || call.outcome == "noted";
}

bool never_sent(const call_record& call) {
  return call.outcome == "not_sent" || call.outcome == "refused" || call.outcome == "invalid_params" ||
         call.outcome == "invalid_name" || call.outcome == "not_started";
}

std::vector<std::size_t> runs_by_call(const record& what) {
  std::vector<std::size_t> counted(what.calls().size());
  for (const run_record& run : what.runs()) ++counted[run.call];
  return counted;
}

}  // namespace

void count(ledger_line& line, const call_record& which) {
  ++line.count;
  if (line.rule && line.first.size() < keys_kept) line.first.emplace_back(which.key);
}

ledger_section calls_of(const record& what) {
  ledger_line launched{.label = "calls launched"};
  ledger_line missing{.label = "asked for and not launched", .rule = true};
  ledger_line orphaned{.label = "their caller was killed before they ended"};
  ledger_line lost{.label = "never ended, though their caller lived", .rule = true};
  ledger_line repeated{.label = "ended more than once", .rule = true};
  ledger_line mistaken{.label = "ended with another call's result", .rule = true};
  std::map<std::string_view, std::int64_t> outcomes;
  for (const call_record& call : what.calls()) {
    if (call.launches == 0) continue;
    ++launched.count;
    if (call.ends == 0) count(what.processes()[call.caller].killed ? orphaned : lost, call);
    if (call.ends > 0) ++outcomes[call.outcome];
    if (call.ends > 1) count(repeated, call);
    if (call.outcome == "wrong_result") count(mistaken, call);
  }
  missing.count = std::max<std::int64_t>(0, what.figure("calls").value_or(0) - launched.count);
  ledger_section calls{"calls", {launched}};
  for (const auto& [outcome, times] : outcomes)
    calls.lines.push_back({.label = "ended: " + std::string(outcome), .count = times});
  calls.lines.insert(calls.lines.end(), {orphaned, missing, lost, repeated, mistaken});
  return calls;
}

ledger_section requests_of(const record& what) {
  ledger_line stored{.label = "requests seen on the stream"};
  ledger_line dead{.label = "dead letters"};
  ledger_line lost{.label = "acknowledged by Redis and never run", .rule = true};
  ledger_line unfounded{.label = "ended with a result and never run", .rule = true};
  ledger_line unsent{.label = "said to be not sent, and run or stored", .rule = true};
  ledger_line withdrawn{.label = "said to be withdrawn, and run", .rule = true};
  ledger_line doubled{.label = "sent more than once", .rule = true};
  ledger_line unknown{.label = "run, and nobody launched it", .rule = true};
  const std::vector<std::size_t> runs = runs_by_call(what);
  const bool forgotten = what.figure("redis_forgot").has_value();
  for (std::size_t i = 0; i < what.calls().size(); ++i) {
    const call_record& call = what.calls()[i];
    if (call.stored > 0) ++stored.count;
    if (call.dead_letter) ++dead.count;
    if (runs[i] == 0 && must_run(call) && !call.dead_letter && !forgotten) count(lost, call);
    if (runs[i] == 0 && call.outcome == "result") count(unfounded, call);
    if (never_sent(call) && (runs[i] > 0 || call.stored > 0)) count(unsent, call);
    if (call.outcome == "timed_out_queued" && runs[i] > 0) count(withdrawn, call);
    if (call.stored > 1 || call.launches > 1 || call.other_id) count(doubled, call);
    if (runs[i] > 0 && call.launches == 0) count(unknown, call);
  }
  return {"requests", {stored, dead, lost, unfounded, unsent, withdrawn, doubled, unknown}};
}

}  // namespace clamator::soak
