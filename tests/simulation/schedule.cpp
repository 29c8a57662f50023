#include "simulation/schedule.hpp"

#include <random>

#include "simulation/virtual_time.hpp"
#include "simulation/world.hpp"

namespace clamator::simulation {
namespace {

world_settings settings_of(std::mt19937_64& random) {
  world_settings settings;
  settings.concurrency = random() % 3 == 0 ? 3 : 1;
  settings.resend = random() % 3 == 0;
  return settings;
}

enum class trouble {
  killed_server,
  frozen_server,
  broken_connection,
  held_connection,
  redis_restart,
  full_memory,
  stopped_server,
  killed_client,
  frozen_client,
  cancelled_call,
  deleted_consumer,
  destroyed_group,
  deleted_replies,
  deleted_everything,
};
constexpr std::uint64_t troubles = 14;

class schedule {
 public:
  schedule(std::uint64_t seed, bool traced) : random_(seed), world_(settings_of(random_), seed) {
    world_.trace(traced);
    // A few kinds of trouble each, and often, since all at once hide from each other what follows from one of
    // them.
    for (std::size_t kinds = random_() % 4; kinds > 0; --kinds)
      trouble_.push_back(static_cast<trouble>(random_() % troubles));
    lengths_ = random_() % 3;
    poison_ = random_() % 4 == 0;
  }

  verdict perform() {
    verdict found;
    begin();
    const std::size_t steps = 2 + random_() % 8;
    for (std::size_t i = 0; i < steps; ++i) {
      act();
      world_.run_for(between(0, 300));
    }
    end(found);
    found.faults = faults_;
    for (const auto& [key, call] : world_.ledger().calls()) found.runs += call.runs.size();
    found.calls = world_.ledger().calls().size();
    found.trace = world_.traced();
    return found;
  }

 private:
  milliseconds between(std::uint64_t least, std::uint64_t most) {
    return milliseconds(least + random_() % (most - least + 1));
  }
  std::size_t any_server() { return random_() % world_.servers().size(); }
  std::size_t any_client() { return random_() % world_.clients().size(); }

  void begin() {
    const std::size_t servers = 1 + random_() % 3, clients = 1 + random_() % 2;
    for (std::size_t i = 0; i < servers; ++i) world_.add_server();
    for (std::size_t i = 0; i < clients; ++i) world_.add_client();
    world_.run_for(milliseconds(20));
  }

  void act() {
    if (random_() % 2 == 0 || trouble_.empty()) return launch();
    ++faults_;
    if (world_.servers().empty()) return world_.add_server();
    if (world_.clients().empty()) return world_.add_client();
    make(trouble_[random_() % trouble_.size()]);
  }

  void make(trouble what) {
    switch (what) {
      case trouble::killed_server:
        return replace_killed();
      case trouble::frozen_server:
        return world_.freeze(any_server(), random_() % 3 == 0 ? between(1, 250) : between(1000, 3000));
      case trouble::broken_connection:
        return world_.break_connection(random_(), static_cast<breakage>(random_() % 4), random_() % 100);
      case trouble::held_connection:
        return world_.hold_connection(random_(), between(1, 600));
      case trouble::redis_restart:
        return world_.restart_redis(between(0, 400));
      case trouble::full_memory:
        return world_.fill_memory(between(1, 800));
      case trouble::stopped_server:
        world_.stop_server(any_server());
        return world_.add_server();
      case trouble::killed_client:
        world_.kill_client(any_client());
        return world_.add_client();
      case trouble::frozen_client:
        return world_.freeze_client(any_client(), between(1, 1500));
      case trouble::cancelled_call:
        return world_.cancel(any_client(), random_());
      case trouble::deleted_consumer:
        return world_.delete_consumer(any_server());
      case trouble::destroyed_group:
        return world_.destroy_group();
      case trouble::deleted_replies:
        return world_.delete_replies(any_client());
      case trouble::deleted_everything:
        return world_.delete_everything();
    }
  }

  // Comes back under its name, or another does.
  void replace_killed() {
    const std::size_t victim = any_server();
    const std::string name = world_.servers()[victim]->where.name();
    world_.kill_server(victim);
    world_.add_server(random_() % 3 == 0 ? name : std::string());
  }

  void launch() {
    const std::size_t count = 1 + random_() % 3;
    for (std::size_t i = 0; i < count && !world_.clients().empty(); ++i) {
      job_plan plan;
      plan.length = length();
      plan.deaf = random_() % 2 == 0;
      plan.poisonous = poison_ && random_() % 12 == 0;
      world_.call(any_client(), plan, between(20, random_() % 2 == 0 ? 400 : 9000), random_() % 5 == 0);
    }
  }

  // Quick, some time, or one so quick that a server reads ahead, and the next longer than its lease.
  milliseconds length() {
    const std::uint64_t kind = random_() % 10;
    if (kind < 2) return milliseconds(0);
    if (lengths_ == 0) return between(0, kind < 8 ? 5 : 100);
    if (lengths_ == 1) return between(1, kind < 8 ? 150 : 1000);
    return kind < 6 ? between(0, 5) : between(500, 6000);
  }

  // From now on nothing goes wrong any more, and all that there is to be done has time.
  void end(verdict& found) {
    world_.run_until([this] { return world_.is_calm(); }, milliseconds(10'000));
    if (world_.servers().empty()) world_.add_server();
    const bool done = world_.run_until(
        [this] { return world_.ledger().all_ended() && world_.queue_is_empty(); }, milliseconds(120'000));
    // What a server holds cannot be seen in Redis then.
    if (world_.ledger().forgotten()) world_.run_for(milliseconds(10'000));
    found.broken = world_.ledger().broken();
    if (!done) found.broken.push_back("requests are still on the stream after two minutes without a fault");
    if (random_() % 16 != 0) return;
    world_.run_for(milliseconds(8000));
    for (std::string& each : world_.left_behind()) found.broken.push_back(std::move(each));
  }

  std::mt19937_64 random_;
  world world_;
  std::vector<trouble> trouble_;
  std::uint64_t lengths_ = 0;
  bool poison_ = false;
  std::size_t faults_ = 0;
};

}  // namespace

verdict run_schedule(std::uint64_t seed, bool traced) {
  virtual_time::restart(seed);
  kernel::listen(true);
  return schedule(seed, traced).perform();
}

}  // namespace clamator::simulation
