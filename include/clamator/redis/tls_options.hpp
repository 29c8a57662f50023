// What rediss:// connections trust, and who they say they are.
//
//   clamator::redis::connection_options options;
//   options.url = "rediss://redis.internal:6380";
//   options.tls.ca_file = "/etc/ssl/our-ca.pem";
#pragma once

#include <string>

namespace clamator::redis {

// What is checked of a server's certificate.
enum class tls_verification {
  full,   // the certificate comes from an authority that is trusted, and is for the server's name
  chain,  // the first only: for servers whose certificates name them otherwise
  none,   // neither: whoever is in between can read and change everything
};

// The files are read at each connection, so that renewed ones take effect with the next.
struct tls_options {
  // A PEM file of the authorities to trust; where empty those that the system trusts (OpenSSL's default
  // paths; $SSL_CERT_FILE and $SSL_CERT_DIR name others).
  std::string ca_file = {};
  // A PEM file with this side's certificate, followed by those between it and its authority; for servers that
  // want one. Needs private_key_file.
  std::string certificate_file = {};
  // The PEM file of its private key.
  std::string private_key_file = {};
  // What that file is encrypted with; empty where it is not. Never in an error or a log line.
  std::string private_key_password = {};
  // The name that the certificate must be for, and that the server is asked for (SNI); where empty the host
  // of the URL.
  std::string server_name = {};
  // Anything but full is for servers whose certificates cannot be put right.
  tls_verification verification = tls_verification::full;

  bool operator==(const tls_options&) const = default;
};

}  // namespace clamator::redis
