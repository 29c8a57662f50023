#include "certificates.hpp"

#include <cstdio>
#include <stdexcept>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace clamator::test {
namespace {

void require(bool done, const char* what) {
  if (!done) throw std::runtime_error{std::string{"OpenSSL could not "} + what};
}

void add_extension(X509* certificate, X509* issuer, int what, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  X509_EXTENSION* const made = X509V3_EXT_conf_nid(nullptr, &context, what, value.c_str());
  require(made != nullptr, "make an extension");
  require(X509_add_ext(certificate, made, -1) == 1, "add an extension");
  X509_EXTENSION_free(made);
}

template <class Write>
void write_file(const std::string& path, Write write) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file{std::fopen(path.c_str(), "w"), &std::fclose};
  require(file && write(file.get()) == 1, "write a PEM file");
}

}  // namespace

authority::authority(std::filesystem::path directory, const std::string& name)
    : directory_{std::move(directory)}, name_{name}, key_{make_key()} {
  certificate_ = make_certificate(key_.get(), {.name = name}, true);
  write_file(ca_file(), [this](std::FILE* file) { return PEM_write_X509(file, certificate_.get()); });
}

std::string authority::ca_file() const {
  return path(name_ + "-ca.pem");
}

identity authority::sign(const std::string& file_name, const certificate_wishes& wishes) {
  const key subject{make_key()};
  const certificate signed_one = make_certificate(subject.get(), wishes, false);
  const identity files{path(file_name + ".pem"), path(file_name + ".key")};
  write_file(files.certificate_file, [&](std::FILE* file) { return PEM_write_X509(file, signed_one.get()); });
  const EVP_CIPHER* const cipher = wishes.key_password.empty() ? nullptr : EVP_aes_256_cbc();
  std::string password = wishes.key_password;
  write_file(files.private_key_file, [&](std::FILE* file) {
    return PEM_write_PrivateKey(file, subject.get(), cipher, nullptr, 0, nullptr,
                                cipher == nullptr ? nullptr : password.data());
  });
  return files;
}

authority::key authority::make_key() {
  key made{EVP_EC_gen("P-256")};
  require(made != nullptr, "make a key");
  return made;
}

authority::certificate authority::make_certificate(EVP_PKEY* subject_key, const certificate_wishes& wishes,
                                                   bool is_authority) {
  certificate made{X509_new()};
  require(X509_set_version(made.get(), 2) == 1, "set a version");
  ASN1_INTEGER_set(X509_get_serialNumber(made.get()), ++serial_);
  X509_gmtime_adj(X509_getm_notBefore(made.get()), wishes.begins);
  X509_gmtime_adj(X509_getm_notAfter(made.get()), wishes.ends);
  X509_set_pubkey(made.get(), subject_key);
  X509_NAME* const subject = X509_get_subject_name(made.get());
  X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(wishes.name.c_str()), -1, -1, 0);
  X509* const issuer = is_authority ? made.get() : certificate_.get();
  X509_set_issuer_name(made.get(), X509_get_subject_name(issuer));
  add_extension(made.get(), issuer, NID_basic_constraints, is_authority ? "critical,CA:TRUE" : "CA:FALSE");
  if (!is_authority) {
    const std::string address = wishes.ip_address.empty() ? "" : ",IP:" + wishes.ip_address;
    add_extension(made.get(), issuer, NID_subject_alt_name, "DNS:" + wishes.name + address);
  }
  require(X509_sign(made.get(), key_.get(), EVP_sha256()) != 0, "sign");
  return made;
}

}  // namespace clamator::test
