#include "redis/tls_stream.hpp"

#include <boost/asio/bind_executor.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <clamator/protocol/error.hpp>

#include "redis/tls_context.hpp"

namespace clamator::redis::detail {
namespace {

using boost::system::error_code;

const std::string& expected_name(const address& to) {
  return to.tls.server_name.empty() ? to.host : to.tls.server_name;
}

bool is_ip_address(const std::string& name) {
  error_code not_one;
  asio::ip::make_address(name, not_one);
  return !not_one;
}

// What the verification of the server's certificate came to, where that is what failed.
std::string certificate_problem(long verdict, const address& to) {
  switch (verdict) {
    case X509_V_OK:
      return {};
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
      return "its certificate is not for '" + expected_name(to) +
             "'; connect by a name that it is for, or give that name in option tls.server_name";
    case X509_V_ERR_CERT_HAS_EXPIRED:
      return "its certificate, or one above it, has expired; renew it on the server";
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return "its certificate is not valid yet; check the clocks on both sides";
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
      return "its certificate comes from no authority that is trusted here (" +
             std::string(X509_verify_cert_error_string(verdict)) +
             "); name the PEM file of its authority in option tls.ca_file";
    default:
      return std::string("its certificate is refused: ") + X509_verify_cert_error_string(verdict);
  }
}

}  // namespace

std::string tls_problem(const error_code& error, const address& to) {
  if (error.category() == asio::error::get_ssl_category()) {
    switch (ERR_GET_REASON(static_cast<unsigned long>(error.value()))) {
      case SSL_R_WRONG_VERSION_NUMBER:
      case SSL_R_PACKET_LENGTH_TOO_LONG:
        return "what answers there does not speak TLS; use Redis's tls-port, or write redis://";
      case SSL_R_TLSV13_ALERT_CERTIFICATE_REQUIRED:
      case SSL_R_SSLV3_ALERT_HANDSHAKE_FAILURE:
        if (!to.tls.certificate_file.empty()) break;
        return "the server wants a client certificate (" + error.message() +
               "); name one in options tls.certificate_file and tls.private_key_file";
      case SSL_R_TLSV1_ALERT_UNKNOWN_CA:
      case SSL_R_SSLV3_ALERT_BAD_CERTIFICATE:
      case SSL_R_SSLV3_ALERT_CERTIFICATE_EXPIRED:
      case SSL_R_SSLV3_ALERT_CERTIFICATE_UNKNOWN:
      case SSL_R_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE:
        return "the server refuses the certificate in option tls.certificate_file: " + error.message();
      default:
        break;
    }
  }
  if (error == asio::error::eof || error == asio::ssl::error::stream_truncated ||
      error == asio::error::connection_reset) {
    return "closed by the other side while TLS was negotiated; is this Redis's tls-port?";
  }
  return error.message();
}

tls_stream::tls_stream(socket connected, const address& to)
    : to_(to), context_(make_tls_context(to.tls)), stream_(std::move(connected), context_) {
  expect_name();
}

void tls_stream::expect_name() {
  SSL* const session = stream_.native_handle();
  const std::string& name = expected_name(to_);
  const bool is_address = is_ip_address(name);
  bool done = is_address || SSL_set_tlsext_host_name(session, name.c_str()) == 1;
  if (to_.tls.verification == tls_verification::full) {
    X509_VERIFY_PARAM* const wanted = SSL_get0_param(session);
    done = done && (is_address ? X509_VERIFY_PARAM_set1_ip_asc(wanted, name.c_str())
                               : X509_VERIFY_PARAM_set1_host(wanted, name.c_str(), name.size())) == 1;
  }
  if (!done) throw usage_error("option tls.server_name: '" + name + "' cannot be a server's name");
}

asio::awaitable<void> tls_stream::handshake(std::chrono::steady_clock::time_point deadline) {
  const auto self = shared_from_this();
  const time_limit limit(stream_.get_executor(), deadline, [self] { self->close(); });
  error_code error;
  co_await stream_.async_handshake(asio::ssl::stream_base::client,
                                   asio::redirect_error(asio::use_awaitable, error));
  if (limit.over()) throw cannot_connect(to_, "no TLS within the connect timeout; is this Redis's tls-port?");
  if (!error) co_return;
  const std::string untrusted = certificate_problem(SSL_get_verify_result(stream_.native_handle()), to_);
  throw cannot_connect(to_, untrusted.empty() ? tls_problem(error, to_) : untrusted);
}

asio::awaitable<std::size_t> tls_stream::read_some(asio::mutable_buffer room, error_code& error) {
  const std::size_t bytes =
      co_await stream_.async_read_some(room, asio::redirect_error(asio::use_awaitable, error));
  if (error == asio::ssl::error::stream_truncated) error = asio::error::eof;
  co_return bytes;
}

void tls_stream::write(buffer bytes, std::function<void(error_code)> done) {
  const auto kept = std::make_shared<const buffer>(std::move(bytes));
  auto written = [self = shared_from_this(), kept, done = std::move(done)](error_code error, std::size_t) {
    done(error);
  };
  asio::async_write(stream_, asio::buffer(kept->data(), kept->size()),
                    asio::bind_executor(stream_.get_executor(), std::move(written)));
}

void tls_stream::close() {
  error_code nothing_to_lose;
  stream_.next_layer().close(nothing_to_lose);
}

}  // namespace clamator::redis::detail
