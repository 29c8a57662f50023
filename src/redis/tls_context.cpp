#include "redis/tls_context.hpp"

#include <string>

#include <clamator/protocol/error.hpp>

namespace clamator::redis::detail {
namespace {

using boost::system::error_code;

void require(const error_code& error, const std::string& option, const std::string& file) {
  if (!error) return;
  throw usage_error("option tls." + option + ": '" + file + "' cannot be used: " + error.message());
}

void trust(asio::ssl::context& context, const tls_options& options) {
  error_code error;
  if (options.verification == tls_verification::none) {
    context.set_verify_mode(asio::ssl::verify_none);
    return;
  }
  context.set_verify_mode(asio::ssl::verify_peer);
  if (options.ca_file.empty()) {
    context.set_default_verify_paths(error);
    require(error, "ca_file", "the system's certificates");
  } else {
    context.load_verify_file(options.ca_file, error);
    require(error, "ca_file", options.ca_file);
  }
}

void identify(asio::ssl::context& context, const tls_options& options) {
  if (options.certificate_file.empty() != options.private_key_file.empty()) {
    throw usage_error(
        "options tls.certificate_file and tls.private_key_file are needed together, or neither");
  }
  if (options.certificate_file.empty()) return;
  error_code error;
  context.use_certificate_chain_file(options.certificate_file, error);
  require(error, "certificate_file", options.certificate_file);
  // Without a callback OpenSSL would ask on the terminal.
  context.set_password_callback([password = options.private_key_password](
                                    std::size_t, asio::ssl::context::password_purpose) { return password; },
                                error);
  require(error, "private_key_password", options.private_key_file);
  context.use_private_key_file(options.private_key_file, asio::ssl::context::pem, error);
  require(error, "private_key_file", options.private_key_file);
}

}  // namespace

asio::ssl::context make_tls_context(const tls_options& options) {
  asio::ssl::context context(asio::ssl::context::tls_client);
  SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
  trust(context, options);
  identify(context, options);
  return context;
}

}  // namespace clamator::redis::detail
