#include "support/redis_server.hpp"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <signal.h>

#include "support/loopback_port.hpp"
#include "support/redis_cli.hpp"

namespace clamator::test {
namespace {

std::string binary() {
  const char* named = std::getenv("CLAMATOR_REDIS_SERVER");
  return named == nullptr || *named == '\0' ? "redis-server" : named;
}

std::string user_info(const std::string& password) {
  return password.empty() ? "" : ":" + password + "@";
}

const std::string names_begin = "of-the-manual-";

}  // namespace

redis_server::redis_server(redis_server_options options) : options_{std::move(options)} {
  start();
}

redis_server::~redis_server() {
  if (process_) process_->kill();
}

std::string redis_server::url() const {
  return "redis://" + user_info(options_.password) + "127.0.0.1:" + std::to_string(port_);
}

std::string redis_server::url(redis_role role, const std::string& key_prefix) {
  if (file_of_users().empty()) return url();
  auto found = std::find_if(users_.begin(), users_.end(), [&](const user& each) {
    return each.role == role && each.key_prefix == key_prefix;
  });
  if (found == users_.end()) {
    const std::string name = names_begin + std::to_string(users_.size());
    found = users_.insert(found,
                          {role, key_prefix, name, rules_of(file_of_users(), role, version(), key_prefix)});
    std::vector<std::string> command{"ACL", "SETUSER", name};
    command.insert(command.end(), found->rules.begin(), found->rules.end());
    redis_cli{*this}.text(command);
  }
  return "redis://" + found->name + ":" + password_in(found->rules) + "@127.0.0.1:" + std::to_string(port_);
}

std::vector<std::string> redis_server::refused(redis_cli& cli) const {
  std::vector<std::string> lines;
  if (users_.empty()) return lines;
  const boost::json::value log = cli.text({"ACL", "LOG", "100"});
  for (const auto& entry : log.as_array()) {
    std::string line;
    bool ours = false;
    const auto& fields = entry.as_array();
    for (std::size_t i = 0; i + 1 < fields.size(); i += 2) {
      const std::string name(fields[i].as_string());
      const std::string value = boost::json::serialize(fields[i + 1]);
      ours = ours || (name == "username" && value.find(names_begin) != std::string::npos);
      if (name != "client-info") line += name + " " + value + " ";
    }
    if (ours) lines.push_back(line);
  }
  return lines;
}

std::string redis_server::unix_url() const {
  if (!options_.unix_socket)
    throw std::logic_error{"redis_server has no unix socket: set options.unix_socket"};
  return "unix://" + user_info(options_.password) + socket_path().string();
}

void redis_server::start() {
  constexpr int attempts = 20;
  for (int attempt = 0; attempt < attempts; ++attempt) {
    port_ = unused_loopback_port();
    if (start_on(port_)) return;
  }
  throw std::runtime_error{"redis-server found " + std::to_string(attempts) +
                           " ports taken one after another"};
}

bool redis_server::start_on(std::uint16_t port) {
  std::vector<std::string> argv{binary(),
                                "--port",
                                std::to_string(port),
                                "--bind",
                                "127.0.0.1",
                                "--dir",
                                directory(),
                                "--save",
                                "",
                                "--daemonize",
                                "no",
                                "--appendonly",
                                options_.append_only ? "yes" : "no",
                                "--appendfsync",
                                "always"};
  if (!options_.password.empty()) argv.insert(argv.end(), {"--requirepass", options_.password});
  if (options_.unix_socket) argv.insert(argv.end(), {"--unixsocket", socket_path()});
  argv.insert(argv.end(), options_.arguments.begin(), options_.arguments.end());
  for (const user& each : users_) {
    argv.insert(argv.end(), {"--user", each.name});
    argv.insert(argv.end(), each.rules.begin(), each.rules.end());
  }
  try {
    process_.emplace(argv);
  } catch (const std::system_error& error) {
    throw std::runtime_error{std::string{error.what()} +
                             ": install redis-server or name one in CLAMATOR_REDIS_SERVER"};
  }
  try {
    process_->wait_for_line("eady to accept connections");
  } catch (const std::runtime_error&) {
    if (log().find("Address already in use") != std::string::npos) return false;
    throw;
  }
  wait_until_it_answers();
  return true;
}

void redis_server::wait_until_it_answers() {
  try {
    redis_cli{*this}.text({"PING"});
  } catch (const redis_cli_error& error) {
    throw std::runtime_error{std::string{"redis-server says it is ready, but: "} + error.what() +
                             "\n--- its log:\n" + log()};
  }
}

void redis_server::kill() {
  if (process_) process_->kill();
}

void redis_server::stop() {
  if (!running()) return;
  process_->signal(SIGTERM);
  resume();
  process_->wait_exit();
}

void redis_server::restart() {
  stop();
  if (!start_on(port_)) {
    throw std::runtime_error{"redis-server cannot have its port " + std::to_string(port_) +
                             " back: another process took it meanwhile\n" + log()};
  }
}

void redis_server::pause() {
  process_->pause();
  paused_ = true;
}
void redis_server::resume() {
  process_->resume();
  paused_ = false;
}

redis_version redis_server::version() const {
  const boost::json::value info = redis_cli{*this}.text({"INFO", "server"});
  return redis_version::parse(std::string_view(info.as_string()));
}

const child_process& redis_server::process() const {
  if (!process_) throw std::logic_error{"redis-server did not start"};
  return *process_;
}

}  // namespace clamator::test
