// Whether Redis lets this user do what a client or a server does, asked in start(): what an ACL forbids would
// otherwise show only as calls that time out.
#pragma once

#include <memory>
#include <string>

#include <boost/asio/awaitable.hpp>

#include "redis/command.hpp"
#include "redis/connection_core.hpp"
#include "redis/lane_settings.hpp"

namespace clamator::redis::detail {

// Throws transport_error(refused), as the two below do, where `tried` says that the user has no right to run
// `command` on `key`.
void require_right(const connection_core& connection, const answer& tried, const std::string& command,
                   const std::string& key);

// Each tries every command in a way that changes nothing, and throws transport_error(refused), which names
// the user, the command, the key and what to grant. What fails for another reason is not theirs to tell. Any
// strand.

// Also throws where that key is something else than a stream. What an earlier client of that name left there
// is deleted.
asio::awaitable<void> check_client_rights(std::shared_ptr<connection_core> connection,
                                          std::string reply_stream);

// The group must be there. `lane` lives longer.
asio::awaitable<void> check_server_rights(std::shared_ptr<connection_core> connection,
                                          const lane_settings& lane);

}  // namespace clamator::redis::detail
