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

class schedule {
 public:
  schedule(std::uint64_t seed, bool traced) : random_(seed), world_(settings_of(random_), seed) {
    world_.trace(traced);
    // In some nothing goes wrong with servers, or nothing is poisonous, so that rules are not always excused.
    calm_ = random_() % 4 == 0;
    poison_ = random_() % 3 == 0;
  }

  verdict perform() {
    verdict found;
    begin();
    const std::size_t steps = 3 + random_() % 8;
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
    if (random_() % 2 == 0 || calm_) return launch();
    ++faults_;
    if (world_.servers().empty()) return world_.add_server();
    if (world_.clients().empty()) return world_.add_client();
    switch (random_() % 12) {
      case 0:
        return replace_killed();
      case 1:
        return world_.freeze(any_server(), random_() % 2 == 0 ? between(1, 250) : between(1000, 3000));
      case 2:
      case 3:
        return world_.break_connection(random_(), static_cast<breakage>(random_() % 4), random_() % 100);
      case 4:
        return world_.hold_connection(random_(), between(1, 600));
      case 5:
        return world_.restart_redis(between(0, 400));
      case 6:
        return world_.fill_memory(between(1, 800));
      case 7:
        world_.stop_server(any_server());
        return world_.add_server();
      case 8:
        world_.kill_client(any_client());
        return world_.add_client();
      case 9:
        return world_.freeze_client(any_client(), between(1, 1500));
      default:
        return world_.cancel(any_client(), random_());
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
      const std::uint64_t kind = random_() % 10;
      plan.length = kind < 4 ? milliseconds(0) : kind < 9 ? between(1, 100) : between(1000, 3000);
      plan.deaf = random_() % 2 == 0;
      plan.poisonous = poison_ && !calm_ && random_() % 12 == 0;
      world_.call(any_client(), plan, between(20, random_() % 2 == 0 ? 400 : 9000), random_() % 5 == 0);
    }
  }

  // From now on nothing goes wrong any more, and all that there is to be done has time.
  void end(verdict& found) {
    world_.run_until([this] { return world_.is_calm(); }, milliseconds(10'000));
    if (world_.servers().empty()) world_.add_server();
    const bool done = world_.run_until(
        [this] { return world_.ledger().all_ended() && world_.queue_is_empty(); }, milliseconds(120'000));
    found.broken = world_.ledger().broken();
    if (!done) found.broken.push_back("requests are still on the stream after two minutes without a fault");
    if (random_() % 10 != 0) return;
    world_.run_for(milliseconds(8000));
    for (std::string& each : world_.left_behind()) found.broken.push_back(std::move(each));
  }

  std::mt19937_64 random_;
  world world_;
  bool calm_ = false;
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
