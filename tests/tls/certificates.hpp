// A certificate authority of the test's own, and what it signs.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <openssl/x509.h>

namespace clamator::test {

/// PEM files of a certificate and its private key.
struct identity {
  std::string certificate_file;
  std::string private_key_file;
};

struct certificate_wishes {
  std::string name = "localhost";  ///< a DNS name that it is for
  std::string ip_address{};        ///< and an address
  long begins = -3600;             ///< seconds from now
  long ends = 3600;
  std::string key_password{};  ///< encrypts the private key's file
};

/// Files go into `directory` and stay as long as that does.
class authority {
 public:
  authority(std::filesystem::path directory, const std::string& name);

  /// The PEM file with its certificate.
  std::string ca_file() const;
  identity sign(const std::string& file_name, const certificate_wishes& wishes = {});

 private:
  struct freed {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(X509* certificate) const { X509_free(certificate); }
  };
  using key = std::unique_ptr<EVP_PKEY, freed>;
  using certificate = std::unique_ptr<X509, freed>;

  static key make_key();
  certificate make_certificate(EVP_PKEY* subject_key, const certificate_wishes& wishes, bool is_authority);
  std::string path(const std::string& file) const { return directory_ / file; }

  std::filesystem::path directory_;
  std::string name_;
  key key_;
  certificate certificate_;
  long serial_ = 0;
};

}  // namespace clamator::test
