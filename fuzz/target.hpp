// What the fuzz targets are: functions that take any bytes and throw where a promise is broken. Under
// libFuzzer that is a crash, with ASan and UBSan watching besides; replay_test.cpp runs the same functions
// over the corpora without it.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace clamator::fuzz {

// A promise that does not hold.
class finding : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

inline void require(bool holds, const std::string& promise) {
  if (!holds) throw finding(promise);
}

// Bytes from Redis, in slices of any size.
void resp_target(std::string_view input);
// Stream entries within such bytes.
void entry_target(std::string_view input);
// JSON, beside simdjson and nlohmann.
void json_target(std::string_view input);
// Numbers and ids in text.
void number_target(std::string_view input);
// Envelopes that reach a server, and a client.
void request_target(std::string_view input);
void reply_target(std::string_view input);
// Params and results of a contract.
void codec_target(std::string_view input);
// Redis URLs.
void url_target(std::string_view input);
// What clamator-codegen reads. Only where that is built, too.
void document_target(std::string_view input);

}  // namespace clamator::fuzz
