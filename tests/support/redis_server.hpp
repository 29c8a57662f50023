#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "support/child_process.hpp"
#include "support/redis_users.hpp"
#include "support/redis_version.hpp"
#include "support/temp_directory.hpp"

namespace clamator::test {

class redis_cli;

struct redis_server_options {
  bool append_only = false;              ///< keeps what it is told through kill() and restart(), fsync always
  std::string password{};                ///< requirepass
  bool unix_socket = false;              ///< listens on one as well; see unix_url()
  std::vector<std::string> arguments{};  ///< more words for its command line: {"--maxmemory", "10mb"}
};

/// A private, real redis-server on a loopback port, in a directory of its own, with nothing persisted by
/// default.
///
///     redis_server server;
///     redis_cli cli{server};
///     cli.text({"SET", "k", "v"});
///
/// It answers commands when the constructor and restart() return. The binary is $CLAMATOR_REDIS_SERVER, else
/// `redis-server` on the PATH. What goes wrong is thrown with the server's log.
class redis_server {
 public:
  explicit redis_server(redis_server_options options = {});
  redis_server(const redis_server&) = delete;
  redis_server& operator=(const redis_server&) = delete;
  ~redis_server();

  std::uint16_t port() const { return port_; }
  pid_t pid() const { return process().pid(); }
  const std::string& password() const { return options_.password; }
  const std::filesystem::path& directory() const { return directory_.path(); }

  std::string url() const;
  std::string unix_url() const;
  /// That of a user with no more rights than docs/security.md gives to `role` under that prefix, where
  /// CLAMATOR_TEST_USERS asks for it, and url() otherwise. The user stays through restart().
  std::string url(redis_role role, const std::string& key_prefix);
  /// What those users were refused since the server started, a line for each, asked through `cli`.
  std::vector<std::string> refused(redis_cli& cli) const;

  void kill();     ///< SIGKILL, as a crash
  void stop();     ///< SIGTERM, as an orderly shutdown
  void restart();  ///< on the same port, in the same directory; stops it first if it runs
  void pause();    ///< SIGSTOP: connections stay open and nothing is answered
  void resume();
  bool running() const { return process_ && process_->running(); }
  bool answers() const { return running() && !paused_; }

  /// Asked of the running server.
  redis_version version() const;

  /// What it has logged since it last started.
  std::string log() const { return process().output(); }

 private:
  void start();
  bool start_on(std::uint16_t port);
  void wait_until_it_answers();
  const child_process& process() const;
  std::filesystem::path socket_path() const { return directory() / "redis.sock"; }

  struct user {
    redis_role role;
    std::string key_prefix;
    std::string name;
    std::vector<std::string> rules;
  };

  redis_server_options options_;
  std::vector<user> users_;
  temp_directory directory_{"redis"};
  std::uint16_t port_ = 0;
  bool paused_ = false;
  std::optional<child_process> process_;
};

}  // namespace clamator::test
