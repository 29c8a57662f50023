// Servers and clients of a world: how they come, what they do, and how they go.
#include <algorithm>
#include <stdexcept>

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>

#include <clamator/protocol/error.hpp>

#include "simulation/world.hpp"

namespace clamator::simulation {
namespace {

redis::connection_options connecting() {
  redis::connection_options options;
  options.url = "unix:///redis";
  options.connect_timeout = milliseconds(100);
  options.command_timeout = milliseconds(500);
  options.reconnect_min = milliseconds(5);
  options.reconnect_max = milliseconds(20);
  return options;
}

// A word for the ledger, and the error's code.
std::pair<std::string, std::int64_t> outcome_of(const std::exception_ptr& problem) {
  try {
    std::rethrow_exception(problem);
  } catch (const rpc_error& error) {
    return {"rpc_error", error.code()};
  } catch (const transport_error& error) {
    return {std::string(to_string(error.code())), 0};
  } catch (const boost::system::system_error&) {
    return {"cancelled", 0};
  }
}

}  // namespace

asio::awaitable<test::job_result> world::handle(int server, std::string name, test::job what,
                                                call_context& context) {
  const job_plan plan = plans_[what.number];
  ledger_.begun(what.number, server, context.delivery_count(), holds("work:" + name, what.number), plan.deaf);
  say(name + " begins " + std::to_string(what.number) + ", attempt " +
      std::to_string(context.delivery_count()));
  asio::steady_timer timer(context.get_executor());
  timer.expires_after(plan.poisonous ? std::chrono::hours(1) : plan.length);
  if (plan.poisonous) condemned_.insert(server);
  boost::system::error_code canceled;
  auto wait = asio::redirect_error(asio::use_awaitable, canceled);
  if (plan.deaf) {
    co_await timer.async_wait(wait);
  } else {
    co_await timer.async_wait(asio::bind_cancellation_slot(context.cancellation_slot(), wait));
  }
  ledger_.finished(what.number, server);
  say(name + (canceled ? " gives up " : " ends ") + std::to_string(what.number));
  if (canceled) throw std::runtime_error("cancelled");
  co_return test::job_result(what.number, name);
}

void world::add_server(std::string name) {
  const int id = ++last_process_;
  if (name.empty()) name = "s" + std::to_string(id);
  auto made = std::make_unique<simulated_server>(id, name);
  redis::server_options options{.key_prefix = "app"};
  options.connection = connecting();
  options.instance_id = name;
  options.consumer_claim_idle = settings_.claim_idle;
  options.cleanup_after = settings_.cleanup_after;
  options.shutdown_grace = milliseconds(500);
  if (tracing_)
    options.log = [this, name](log_level, std::string_view text) { say(name + ": " + std::string(text)); };
  made->server = std::make_unique<redis::server>(made->where.context().get_executor(), options);
  made->server->register_service(
      test::work_service([this, id, name](test::job what, call_context& context) {
        return handle(id, name, what, context);
      }),
      {.concurrency = settings_.concurrency, .max_attempts = settings_.max_attempts});
  made->server->start([this, id, server = made.get()](const std::exception_ptr& problem) {
    server->started = !problem;
    if (problem) condemned_.insert(id);
  });
  say("server " + name + " is started");
  ready_processes_.insert(id);
  servers_.push_back(std::move(made));
}

void world::add_client() {
  const int id = ++last_process_;
  auto made = std::make_unique<simulated_client>(id, "c" + std::to_string(id));
  redis::client_options options{.key_prefix = "app"};
  options.connection = connecting();
  options.instance_id = made->where.name();
  options.resend_on_disconnect = settings_.resend;
  if (tracing_) {
    options.log = [this, name = made->where.name()](log_level, std::string_view text) {
      say(name + ": " + std::string(text));
    };
  }
  made->client = std::make_unique<redis::client>(made->where.context().get_executor(), options);
  made->client->start([this, id, client = made.get()](const std::exception_ptr& problem) {
    client->started = !problem;
    if (problem) condemned_.insert(id);
  });
  ready_processes_.insert(id);
  clients_.push_back(std::move(made));
}

void world::call(std::size_t client, const job_plan& plan, milliseconds timeout, bool notification) {
  simulated_client& by = *clients_[client];
  if (!by.started || by.where.frozen()) return;
  const std::int64_t key = ++last_key_;
  plans_[key] = plan;
  ledger_.launched(key, by.where.id(), notification, virtual_time::now() + timeout);
  say(by.where.name() + (notification ? " notifies " : " calls ") + std::to_string(key) + " for " +
      std::to_string(timeout.count()) + " ms");
  auto& signal = by.calls[key];
  signal = std::make_unique<asio::cancellation_signal>();
  const auto ended = [this, key, caller = &by](const std::exception_ptr& problem, std::int64_t number) {
    auto [how, code] = problem ? outcome_of(problem) : std::pair(std::string("result"), number);
    say(std::to_string(key) + " ended as " + how);
    ledger_.ended(key, std::move(how), code);
    caller->calls.erase(key);
  };
  const call_options options{.timeout = timeout};
  if (notification) {
    by.client->notify(
        test::work_note, test::job(key), options,
        asio::bind_cancellation_slot(
            signal->slot(), [ended, key](const std::exception_ptr& problem) { ended(problem, key); }));
  } else {
    by.client->call(test::work_run, test::job(key), options,
                    asio::bind_cancellation_slot(signal->slot(), [ended](const std::exception_ptr& problem,
                                                                         const test::job_result& result) {
                      ended(problem, result.number);
                    }));
  }
  ready_processes_.insert(by.where.id());
}

void world::cancel(std::size_t client, std::uint64_t choice) {
  simulated_client& by = *clients_[client];
  if (by.calls.empty() || by.where.frozen()) return;
  const auto chosen = std::next(by.calls.begin(), static_cast<std::ptrdiff_t>(choice % by.calls.size()));
  say("call " + std::to_string(chosen->first) + " is cancelled");
  chosen->second->emit(asio::cancellation_type::terminal);
  ready_processes_.insert(by.where.id());
}

void world::stop_server(std::size_t which) {
  simulated_server& server = *servers_[which];
  if (!server.started || server.stopping || server.where.frozen()) return;
  server.stopping = true;
  say("server " + server.where.name() + " is stopped");
  server.server->stop([&server](const std::exception_ptr&) { server.stopped = true; });
  ready_processes_.insert(server.where.id());
}

void world::kill_process(process& which) {
  say(which.name() + " is killed");
  // What it has sent may have arrived, or may be lost with it.
  if (random_() % 2 == 0 && !redis_down_) {
    for (const redis_model::peer each : redis_.peers(which.id())) serve(each);
  }
  does_not_renew(which);
  ledger_.killed(which.id());
  redis_.close_all(which.id());
}

void world::kill_server(std::size_t which) {
  kill_process(servers_[which]->where);
  servers_.erase(servers_.begin() + static_cast<std::ptrdiff_t>(which));
}

void world::kill_client(std::size_t which) {
  kill_process(clients_[which]->where);
  clients_.erase(clients_.begin() + static_cast<std::ptrdiff_t>(which));
}

// Those who killed themselves get a successor, and those who have stopped are gone.
void world::bury() {
  for (const int id : std::exchange(condemned_, {})) {
    for (std::size_t i = 0; i < servers_.size(); ++i) {
      if (servers_[i]->where.id() != id) continue;
      kill_server(i);
      at(milliseconds(50), [this] { add_server(); });
      break;
    }
    for (std::size_t i = 0; i < clients_.size(); ++i) {
      if (clients_[i]->where.id() != id) continue;
      kill_client(i);
      at(milliseconds(50), [this] { add_client(); });
      break;
    }
  }
  for (std::size_t i = 0; i < servers_.size();) {
    if (servers_[i]->stopped) {
      kill_server(i);
    } else {
      ++i;
    }
  }
}

}  // namespace clamator::simulation
