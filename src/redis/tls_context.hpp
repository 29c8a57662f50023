// What OpenSSL must know before it connects.
#pragma once

#include <boost/asio/ssl/context.hpp>

#include <clamator/redis/tls_options.hpp>

namespace clamator::redis::detail {

namespace asio = boost::asio;

// TLS 1.2 or later, with the files that `options` name read. Throws usage_error that names the option, the
// file and the cause.
asio::ssl::context make_tls_context(const tls_options& options);

}  // namespace clamator::redis::detail
