#pragma once

#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <boost/json/value.hpp>

struct redisContext;

namespace clamator::test {

class redis_server;

/// A command that could not be sent or answered, or that Redis answered with an error.
struct redis_cli_error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A small blocking client with which a test looks into a server.
///
///     redis_cli cli{server};
///     EXPECT_EQ(cli.text({"XLEN", key}), 3);
///
/// It speaks through hiredis, not through the code under test. One connection, made by the first command and
/// made again if the server closed it meanwhile. Not for use from two threads at once.
class redis_cli {
 public:
  explicit redis_cli(const redis_server& server);
  explicit redis_cli(std::uint16_t port, std::string password = {});
  redis_cli(redis_cli&&) noexcept;
  redis_cli& operator=(redis_cli&&) noexcept;
  ~redis_cli();

  /// Runs one command. Arrays, strings, integers and nil come back as JSON's; a status ("OK") is a string; an
  /// error within an array is the string "(error) ...". An error reply is thrown as redis_cli_error.
  boost::json::value text(const std::vector<std::string>& command);

 private:
  struct free_context {
    void operator()(redisContext* context) const;
  };

  void connect();
  bool closed_by_the_server() const;
  [[noreturn]] void fail(const std::string& what);

  std::uint16_t port_;
  std::string password_;
  std::unique_ptr<redisContext, free_context> context_;
};

}  // namespace clamator::test
