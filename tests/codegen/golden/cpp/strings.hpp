// Made by clamator-codegen from the contract of strings; changes are lost.
#pragma once

#include <clamator/generated.hpp>

static_assert(clamator::generated::abi == 1,
              "this file was made by another version of clamator-codegen: generate it again");

namespace strings {

// strings.measure params
class MeasureParams {
 public:
  MeasureParams() = default;
  MeasureParams(std::string title, std::string code, std::string note, std::string strictest);

  std::string title;
  std::string code;
  std::string note;
  std::string strictest;
};

// strings.measure result
class MeasureResult {
 public:
  MeasureResult() = default;
  MeasureResult(std::string value);

  std::string value;
};

// strings.match params
class MatchParams {
 public:
  MatchParams() = default;
  MatchParams(std::string sku, std::string word, std::string url);

  std::string sku;
  std::string word;
  std::string url;
};

// strings.match result
class MatchResult {
 public:
  MatchResult() = default;
  MatchResult(std::string value);

  std::string value;
};

// strings.format params
class FormatParams {
 public:
  FormatParams() = default;
  FormatParams(
      std::string email,
      std::string homepage,
      std::string mood,
      std::string id,
      std::string nanoid,
      std::string cuid,
      std::string cuid2,
      std::string ulid,
      std::string base64,
      std::string base64url,
      std::string token,
      std::string token_hs256,
      std::string address,
      std::string address_v4,
      std::string network,
      std::string network_v6);

  std::string email;
  std::string homepage;
  std::string mood;
  std::string id;
  std::string nanoid;
  std::string cuid;
  std::string cuid2;
  std::string ulid;
  std::string base64;
  std::string base64url;
  std::string token;
  std::string token_hs256;
  std::string address;
  std::string address_v4;
  std::string network;
  std::string network_v6;
};

// strings.format result
class FormatResult {
 public:
  FormatResult() = default;
  FormatResult(std::string value);

  std::string value;
};

// strings.schedule params
class ScheduleParams {
 public:
  ScheduleParams() = default;
  ScheduleParams(
      std::string day,
      std::string time,
      std::string time_to_millisecond,
      std::string at,
      std::string at_with_offset,
      std::string at_local,
      std::string at_to_second,
      std::string takes);

  std::string day;
  std::string time;
  std::string time_to_millisecond;
  std::string at;
  std::string at_with_offset;
  std::string at_local;
  std::string at_to_second;
  std::string takes;
};

// strings.schedule result
class ScheduleResult {
 public:
  ScheduleResult() = default;
  ScheduleResult(std::string value);

  std::string value;
};

// strings.piped params
class PipedParams {
 public:
  PipedParams() = default;
  PipedParams(std::string text);

  std::string text;
};

// strings.piped result
class PipedResult {
 public:
  PipedResult() = default;
  PipedResult(std::string value);

  std::string value;
};

}  // namespace strings

CLAMATOR_GENERATED_CODEC(strings::MeasureParams);
CLAMATOR_GENERATED_CODEC(strings::MeasureResult);
CLAMATOR_GENERATED_CODEC(strings::MatchParams);
CLAMATOR_GENERATED_CODEC(strings::MatchResult);
CLAMATOR_GENERATED_CODEC(strings::FormatParams);
CLAMATOR_GENERATED_CODEC(strings::FormatResult);
CLAMATOR_GENERATED_CODEC(strings::ScheduleParams);
CLAMATOR_GENERATED_CODEC(strings::ScheduleResult);
CLAMATOR_GENERATED_CODEC(strings::PipedParams);
CLAMATOR_GENERATED_CODEC(strings::PipedResult);

namespace strings {

// The methods one by one, for clamator::client::call() and clamator::service::handle().
namespace methods {
inline constexpr clamator::method<MeasureParams, MeasureResult> measure{"strings.measure"};
inline constexpr clamator::method<MatchParams, MatchResult> match{"strings.match"};
inline constexpr clamator::method<FormatParams, FormatResult> format{"strings.format"};
inline constexpr clamator::method<ScheduleParams, ScheduleResult> schedule{"strings.schedule"};
inline constexpr clamator::method<PipedParams, PipedResult> piped{"strings.piped"};
}  // namespace methods

// What a server of strings implements; each may also be a plain coroutine of a derived class.
class StringsService {
 public:
  StringsService() = default;
  virtual ~StringsService();

  virtual boost::asio::awaitable<MeasureResult> measure(
      MeasureParams params,
      clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<MatchResult> match(MatchParams params, clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<FormatResult> format(FormatParams params, clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<ScheduleResult> schedule(
      ScheduleParams params,
      clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<PipedResult> piped(PipedParams params, clamator::call_context& context) = 0;

 protected:
  StringsService(const StringsService&) = default;
  StringsService& operator=(const StringsService&) = default;
};

// For clamator::server::register_service().
extern const clamator::contract<StringsService> strings_contract;

// Calls strings. Keeps a reference: the client must outlive it. Options, completion tokens, errors and
// cancellation are those of clamator::client's call() and notify().
class StringsClient {
 public:
  explicit StringsClient(clamator::client& client) noexcept : client_(&client) {}

  template <class Token = clamator::default_token>
  auto measure(const MeasureParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::measure, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto match(const MatchParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::match, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto format(const FormatParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::format, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto schedule(const ScheduleParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::schedule, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto piped(const PipedParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::piped, params, options, std::forward<Token>(token));
  }

 private:
  clamator::client* client_;
};

}  // namespace strings
