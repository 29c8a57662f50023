// Made by clamator-codegen from the contract of unions; changes are lost.
#pragma once

#include <clamator/generated.hpp>

static_assert(clamator::generated::abi == 1,
              "this file was made by another version of clamator-codegen: generate it again");

namespace unions {

// unions.area params.shape|1
class AreaParamsShapeCircle {
 public:
  AreaParamsShapeCircle() = default;
  AreaParamsShapeCircle(double radius);

  double radius{};
};

// unions.area params.shape|2
class AreaParamsShapeSquare {
 public:
  AreaParamsShapeSquare() = default;
  AreaParamsShapeSquare(double side);

  double side{};
};

// unions.area params.shape
class AreaParamsShape : public std::variant<AreaParamsShapeCircle, AreaParamsShapeSquare> {
 public:
  using variant::variant;
};

// unions.area params
class AreaParams {
 public:
  AreaParams() = default;
  AreaParams(AreaParamsShape shape);

  AreaParamsShape shape;
};

// unions.area result|1
class AreaResultTrue {
 public:
  AreaResultTrue() = default;
  AreaResultTrue(double area);

  double area{};
};

// unions.area result|2.reason
enum class AreaResultFalseReason {
  not_found,
  conflict,
};
// As on the wire; empty where the value is none of these.
std::string_view to_string(AreaResultFalseReason value) noexcept;

// unions.area result|2
class AreaResultFalse {
 public:
  AreaResultFalse() = default;
  AreaResultFalse(AreaResultFalseReason reason);

  AreaResultFalseReason reason{};
};

// unions.area result
class AreaResult : public std::variant<AreaResultTrue, AreaResultFalse> {
 public:
  using variant::variant;
};

// unions.draw params|1
class DrawParamsLine {
 public:
  DrawParamsLine() = default;
  DrawParamsLine(std::tuple<double, double> to);

  std::tuple<double, double> to;
};

// unions.draw params|2.op
enum class DrawParamsFillOp {
  fill,
  erase,
};
// As on the wire; empty where the value is none of these.
std::string_view to_string(DrawParamsFillOp value) noexcept;

// unions.draw params|2
class DrawParamsFill {
 public:
  DrawParamsFill() = default;
  DrawParamsFill(DrawParamsFillOp op, std::string color);

  DrawParamsFillOp op{};
  std::string color;
};

// unions.draw params
class DrawParams : public std::variant<DrawParamsLine, DrawParamsFill> {
 public:
  using variant::variant;
};

// unions.draw result
class DrawResult {
 public:
  DrawResult() = default;
  DrawResult(std::nullptr_t value);

  std::nullptr_t value{};
};

// unions.lookup params.id
class LookupParamsId : public std::variant<std::string, double> {
 public:
  using variant::variant;
};

// unions.lookup params.orNull
class LookupParamsOrNull : public std::variant<std::string, double> {
 public:
  using variant::variant;
};

// unions.lookup params.nested
class LookupParamsNested : public std::variant<std::string, double, bool> {
 public:
  using variant::variant;
};

// unions.lookup params.maybe
class LookupParamsMaybe : public std::variant<std::string, double> {
 public:
  using variant::variant;
};

// unions.lookup params.absent
class LookupParamsAbsent : public std::variant<std::string, double> {
 public:
  using variant::variant;
};

// unions.lookup params.either
class LookupParamsEither : public std::variant<std::string, std::vector<std::string>> {
 public:
  using variant::variant;
};

// unions.lookup params
class LookupParams {
 public:
  LookupParams() = default;
  LookupParams(
      LookupParamsId id,
      std::optional<LookupParamsOrNull> or_null,
      std::optional<std::string> only_nullable,
      std::optional<LookupParamsNested> nested,
      LookupParamsEither either);

  LookupParamsId id;
  std::optional<LookupParamsOrNull> or_null;
  std::optional<std::string> only_nullable;
  std::optional<LookupParamsNested> nested;
  std::optional<LookupParamsMaybe> maybe;
  std::optional<LookupParamsAbsent> absent;
  LookupParamsEither either;
};

// unions.lookup result|1
class LookupResultOption1 {
 public:
  LookupResultOption1() = default;
  LookupResultOption1(std::string found);

  std::string found;
};

// unions.lookup result|2
class LookupResultOption2 {
 public:
  LookupResultOption2() = default;
  LookupResultOption2(bool missing);

  bool missing{};
};

// unions.lookup result
class LookupResult : public std::variant<LookupResultOption1, LookupResultOption2> {
 public:
  using variant::variant;
};

}  // namespace unions

CLAMATOR_GENERATED_CODEC(unions::AreaParamsShapeCircle);
CLAMATOR_GENERATED_CODEC(unions::AreaParamsShapeSquare);
CLAMATOR_GENERATED_CODEC(unions::AreaParamsShape);
CLAMATOR_GENERATED_CODEC(unions::AreaParams);
CLAMATOR_GENERATED_CODEC(unions::AreaResultTrue);
CLAMATOR_GENERATED_CODEC(unions::AreaResultFalseReason);
CLAMATOR_GENERATED_CODEC(unions::AreaResultFalse);
CLAMATOR_GENERATED_CODEC(unions::AreaResult);
CLAMATOR_GENERATED_CODEC(unions::DrawParamsLine);
CLAMATOR_GENERATED_CODEC(unions::DrawParamsFillOp);
CLAMATOR_GENERATED_CODEC(unions::DrawParamsFill);
CLAMATOR_GENERATED_CODEC(unions::DrawParams);
CLAMATOR_GENERATED_CODEC(unions::DrawResult);
CLAMATOR_GENERATED_CODEC(unions::LookupParamsId);
CLAMATOR_GENERATED_CODEC(unions::LookupParamsOrNull);
CLAMATOR_GENERATED_CODEC(unions::LookupParamsNested);
CLAMATOR_GENERATED_CODEC(unions::LookupParamsMaybe);
CLAMATOR_GENERATED_CODEC(unions::LookupParamsAbsent);
CLAMATOR_GENERATED_CODEC(unions::LookupParamsEither);
CLAMATOR_GENERATED_CODEC(unions::LookupParams);
CLAMATOR_GENERATED_CODEC(unions::LookupResultOption1);
CLAMATOR_GENERATED_CODEC(unions::LookupResultOption2);
CLAMATOR_GENERATED_CODEC(unions::LookupResult);

namespace unions {

// The methods one by one, for clamator::client::call() and clamator::service::handle().
namespace methods {
inline constexpr clamator::method<AreaParams, AreaResult> area{"unions.area"};
inline constexpr clamator::method<DrawParams, DrawResult> draw{"unions.draw"};
inline constexpr clamator::method<LookupParams, LookupResult> lookup{"unions.lookup"};
}  // namespace methods

// What a server of unions implements; each may also be a plain coroutine of a derived class.
class UnionsService {
 public:
  UnionsService() = default;
  virtual ~UnionsService();

  virtual boost::asio::awaitable<AreaResult> area(AreaParams params, clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<DrawResult> draw(DrawParams params, clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<LookupResult> lookup(LookupParams params, clamator::call_context& context) = 0;

 protected:
  UnionsService(const UnionsService&) = default;
  UnionsService& operator=(const UnionsService&) = default;
};

// For clamator::server::register_service().
extern const clamator::contract<UnionsService> unions_contract;

// Calls unions. Keeps a reference: the client must outlive it. Options, completion tokens, errors and
// cancellation are those of clamator::client's call() and notify().
class UnionsClient {
 public:
  explicit UnionsClient(clamator::client& client) noexcept : client_(&client) {}

  template <class Token = clamator::default_token>
  auto area(const AreaParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::area, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto draw(const DrawParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::draw, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto lookup(const LookupParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::lookup, params, options, std::forward<Token>(token));
  }

 private:
  clamator::client* client_;
};

}  // namespace unions
