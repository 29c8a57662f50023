// Made by clamator-codegen from the contract of enums; changes are lost.
#pragma once

#include <clamator/generated.hpp>

static_assert(clamator::generated::abi == 1,
              "this file was made by another version of clamator-codegen: generate it again");

namespace enums {

// enums.pick params.size
enum class PickParamsSize {
  small,
  large,
  extra_large,
};
// As on the wire; empty where the value is none of these.
std::string_view to_string(PickParamsSize value) noexcept;

// enums.pick params.level
enum class PickParamsLevel {
  low,
  middle,
  high,
};

// enums.pick params.color
enum class PickParamsColor {
  red,
  dark_blue,
};
// As on the wire; empty where the value is none of these.
std::string_view to_string(PickParamsColor value) noexcept;

// enums.pick params.unit
enum class PickParamsUnit {
  metre,
  second,
};
// As on the wire; empty where the value is none of these.
std::string_view to_string(PickParamsUnit value) noexcept;

// enums.pick params.words
enum class PickParamsWords {
  yes,
  no,
};
// As on the wire; empty where the value is none of these.
std::string_view to_string(PickParamsWords value) noexcept;

// enums.pick params.numbers
enum class PickParamsNumbers {
  _1,
  _2,
  _5,
};

// enums.pick params.mixed
enum class PickParamsMixed {
  auto_,
  _0,
  true_,
};

// enums.pick params.more
enum class PickParamsMore {
  a,
  b,
  c,
};
// As on the wire; empty where the value is none of these.
std::string_view to_string(PickParamsMore value) noexcept;

// enums.pick params.without
enum class PickParamsWithout {
  x,
  z,
};
// As on the wire; empty where the value is none of these.
std::string_view to_string(PickParamsWithout value) noexcept;

// enums.pick params
class PickParams {
 public:
  PickParams() = default;
  PickParams(
      PickParamsSize size,
      PickParamsLevel level,
      PickParamsColor color,
      PickParamsUnit unit,
      PickParamsWords words,
      PickParamsNumbers numbers,
      PickParamsMixed mixed,
      std::optional<PickParamsMore> more,
      PickParamsWithout without);

  PickParamsSize size{};
  PickParamsLevel level{};
  PickParamsColor color{};
  PickParamsUnit unit{};
  PickParamsWords words{};
  PickParamsNumbers numbers{};
  PickParamsMixed mixed{};
  std::optional<PickParamsMore> more;
  PickParamsWithout without{};
};

// enums.pick result
enum class PickResult {
  done,
  failed,
};
// As on the wire; empty where the value is none of these.
std::string_view to_string(PickResult value) noexcept;

}  // namespace enums

CLAMATOR_GENERATED_CODEC(enums::PickParamsSize);
CLAMATOR_GENERATED_CODEC(enums::PickParamsLevel);
CLAMATOR_GENERATED_CODEC(enums::PickParamsColor);
CLAMATOR_GENERATED_CODEC(enums::PickParamsUnit);
CLAMATOR_GENERATED_CODEC(enums::PickParamsWords);
CLAMATOR_GENERATED_CODEC(enums::PickParamsNumbers);
CLAMATOR_GENERATED_CODEC(enums::PickParamsMixed);
CLAMATOR_GENERATED_CODEC(enums::PickParamsMore);
CLAMATOR_GENERATED_CODEC(enums::PickParamsWithout);
CLAMATOR_GENERATED_CODEC(enums::PickParams);
CLAMATOR_GENERATED_CODEC(enums::PickResult);

namespace enums {

// The methods one by one, for clamator::client::call() and clamator::service::handle().
namespace methods {
inline constexpr clamator::method<PickParams, PickResult> pick{"enums.pick"};
}  // namespace methods

// What a server of enums implements; each may also be a plain coroutine of a derived class.
class EnumsService {
 public:
  EnumsService() = default;
  virtual ~EnumsService();

  virtual boost::asio::awaitable<PickResult> pick(PickParams params, clamator::call_context& context) = 0;

 protected:
  EnumsService(const EnumsService&) = default;
  EnumsService& operator=(const EnumsService&) = default;
};

// For clamator::server::register_service().
extern const clamator::contract<EnumsService> enums_contract;

// Calls enums. Keeps a reference: the client must outlive it. Options, completion tokens, errors and
// cancellation are those of clamator::client's call() and notify().
class EnumsClient {
 public:
  explicit EnumsClient(clamator::client& client) noexcept : client_(&client) {}

  template <class Token = clamator::default_token>
  auto pick(const PickParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::pick, params, options, std::forward<Token>(token));
  }

 private:
  clamator::client* client_;
};

}  // namespace enums
