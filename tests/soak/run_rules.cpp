#include "soak/run_rules.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "soak/call_rules.hpp"

namespace clamator::soak {
namespace {

// A handler has run, and its server is killed: so long after that, its completion is in Redis, and the kill
// is no reason to run the request again. A command that is not answered is waited for 10 s.
constexpr std::int64_t completion_takes = 10'000'000;

// Two runs of the same request, the earlier first.
class pair_of_runs {
 public:
  pair_of_runs(const record& what, const run_record& first, const run_record& second)
      : what_(what),
        first_(first),
        second_(second),
        claim_idle_(what.figure("claim_idle_ms").value_or(0) * 1000) {}

  // Python servers renew no lease: what one has read may be taken from it while it waits or runs there, and
  // runs there all the same. Where it was not the first to have it, nobody knows when it read it.
  bool of_python() const { return python(first_) || (python(second_) && first_.delivery_count != 1); }

  // What a lease does not survive.
  bool explained() const {
    return killed() || frozen(first_) || frozen(second_) || lost_through(what_.outages());
  }

  bool at_a_time() const { return end_of(first_) > second_.begin; }

 private:
  const process_record& server(const run_record& run) const { return what_.processes()[run.server]; }
  bool python(const run_record& run) const { return server(run).kind == process_kind::python_server; }

  std::int64_t end_of(const run_record& run) const {
    if (run.end) return *run.end;
    return server(run).killed.value_or(std::numeric_limits<std::int64_t>::max());
  }

  bool killed() const {
    const auto when = server(first_).killed;
    return when && *when < second_.begin && *when < end_of(first_) + completion_takes;
  }
  bool frozen(const run_record& run) const { return lost_through(server(run).frozen); }

  // Whether one of these was as long as a lease, and when it matters to the two.
  bool lost_through(const std::vector<span>& spans) const {
    return std::any_of(spans.begin(), spans.end(), [this](const span& each) {
      return each.end - each.begin >= claim_idle_ && each.begin < second_.begin &&
             each.end > first_.begin - claim_idle_;
    });
  }

  const record& what_;
  const run_record& first_;
  const run_record& second_;
  std::int64_t claim_idle_;
};

struct repetitions {
  ledger_line by_python{.label = "run again, a Python server having had it"};
  ledger_line explained{.label = "run again, its server killed or frozen"};
  ledger_line unexplained{.label = "run again for no such reason", .rule = true};
  ledger_line at_a_time{.label = "run twice at a time for no such reason", .rule = true};

  void add(const pair_of_runs& pair, const call_record& call) {
    if (pair.explained()) return count(explained, call);
    if (pair.of_python()) return count(by_python, call);
    count(unexplained, call);
    if (pair.at_a_time()) count(at_a_time, call);
  }
};

// By their calls, and those of one by their beginnings.
std::vector<std::size_t> in_order(const std::vector<run_record>& runs) {
  std::vector<std::size_t> order(runs.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&runs](std::size_t one, std::size_t other) {
    return std::pair(runs[one].call, runs[one].begin) < std::pair(runs[other].call, runs[other].begin);
  });
  return order;
}

ledger_line replies_to_nobody(const record& what) {
  ledger_line line{.label = "replies that nobody waited for"};
  for (const call_record& call : what.calls()) {
    const unsigned taken = call.outcome == "result" ? 1 : 0;
    if (call.replies > taken) line.count += call.replies - taken;
  }
  return line;
}

}  // namespace

ledger_section runs_of(const record& what) {
  ledger_line all{.label = "runs", .count = static_cast<std::int64_t>(what.runs().size())};
  ledger_line once{.label = "requests run once"}, twice{.label = "requests run twice"};
  ledger_line often{.label = "requests run three times or more"};
  repetitions repeated;
  const std::vector<run_record>& runs = what.runs();
  const std::vector<std::size_t> order = in_order(runs);
  for (std::size_t at = 0, next = 0; at < order.size(); at = next) {
    const run_record& first = runs[order[at]];
    for (next = at + 1; next < order.size() && runs[order[next]].call == first.call; ++next) {
      for (std::size_t earlier = at; earlier < next; ++earlier)
        repeated.add({what, runs[order[earlier]], runs[order[next]]}, what.calls()[first.call]);
    }
    ++(next - at == 1 ? once : next - at == 2 ? twice : often).count;
  }
  return {"runs",
          {all, once, twice, often, repeated.by_python, repeated.explained, repeated.unexplained,
           repeated.at_a_time, replies_to_nobody(what)}};
}

}  // namespace clamator::soak
