// The names of everything that clamator keeps in Redis. The prefix is a literal, it is never parsed.
#pragma once

#include <string>
#include <string_view>

namespace clamator::redis::detail {

inline std::string command_stream(std::string_view prefix, std::string_view service) {
  return std::string(prefix) + ":cmds:" + std::string(service);
}

// What every reply stream's name begins with; the client's instance id follows.
inline std::string reply_stream_prefix(std::string_view prefix) {
  return std::string(prefix) + ":replies:";
}

// The pub/sub channel on which servers of a service are told what they could only find out late.
inline std::string control_channel_name(std::string_view prefix, std::string_view service) {
  return std::string(prefix) + ":control:" + std::string(service);
}

// Requests of the service that nobody could handle.
inline std::string dead_letter_stream(std::string_view prefix, std::string_view service) {
  return std::string(prefix) + ":dead:" + std::string(service);
}

// The server that tidies up what a service's servers leave behind.
inline std::string keeper_key(std::string_view prefix, std::string_view service) {
  return std::string(prefix) + ":keeper:" + std::string(service);
}

// The reply streams that servers write to, by time.
inline std::string noted_reply_streams(std::string_view prefix) {
  return std::string(prefix) + ":reply-streams";
}

inline std::string consumer_name(std::string_view service, std::string_view instance_id) {
  return std::string(service) + ":" + std::string(instance_id);
}

}  // namespace clamator::redis::detail
