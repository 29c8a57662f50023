#pragma once

#include <cstdint>

namespace clamator::test {

/// A port that nothing listens on now. Another process may take it before the caller does, so whoever binds
/// it must be ready to ask again.
///
/// It is never one that the kernel gives to outgoing connections: a client that reconnects to such a port
/// while its server is down can be connected to itself, and then the server cannot have its port back.
std::uint16_t unused_loopback_port();

}  // namespace clamator::test
