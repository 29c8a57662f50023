// Made by clamator-codegen from the contract of objects; changes are lost.
#pragma once

#include <clamator/generated.hpp>

static_assert(clamator::generated::abi == 1,
              "this file was made by another version of clamator-codegen: generate it again");

namespace objects {

// types.NestParamsAddress.city
class NestParamsAddressCity {
 public:
  NestParamsAddressCity() = default;
  NestParamsAddressCity(std::string name, std::string zip);

  std::string name;
  std::string zip;
};

// types.NestParamsAddress
class NestParamsAddress {
 public:
  NestParamsAddress() = default;
  NestParamsAddress(std::string street, NestParamsAddressCity city);

  std::string street;
  NestParamsAddressCity city;
};

// objects.nest params
class NestParams {
 public:
  NestParams() = default;
  NestParams(std::string name, NestParamsAddress address);

  std::string name;
  NestParamsAddress address;
};

// objects.nest result
class NestResult {
 public:
  NestResult() = default;
};

// objects.strip params
class StripParams {
 public:
  StripParams() = default;
  StripParams(std::string a);

  std::string a;
};

// objects.strip result
class StripResult {
 public:
  StripResult() = default;
  StripResult(std::string a);

  std::string a;
};

// objects.strict params
class StrictParams {
 public:
  StrictParams() = default;
  StrictParams(std::string a);

  std::string a;
};

// objects.strict result
class StrictResult {
 public:
  StrictResult() = default;
  StrictResult(std::string a);

  std::string a;
};

// objects.pass params
class PassParams {
 public:
  PassParams() = default;
  PassParams(std::string a);

  std::string a;
  // Keys that the contract does not name.
  std::map<std::string, boost::json::value> rest;
};

// objects.pass result
class PassResult {
 public:
  PassResult() = default;
  PassResult(std::string a);

  std::string a;
  // Keys that the contract does not name.
  std::map<std::string, boost::json::value> rest;
};

// objects.catchAll params
class CatchAllParams {
 public:
  CatchAllParams() = default;
  CatchAllParams(std::string a);

  std::string a;
  // Keys that the contract does not name.
  std::map<std::string, double> rest;
};

// objects.catchAll result
class CatchAllResult {
 public:
  CatchAllResult() = default;

  // Keys that the contract does not name.
  std::map<std::string, std::string> rest;
};

// objects.extend params
class ExtendParams {
 public:
  ExtendParams() = default;
  ExtendParams(std::string name, NestParamsAddress address, std::string company);

  std::string name;
  NestParamsAddress address;
  std::string company;
};

// objects.extend result
class ExtendResult {
 public:
  ExtendResult() = default;
  ExtendResult(std::string name, std::string company);

  std::string name;
  std::string company;
};

// objects.merge params
class MergeParams {
 public:
  MergeParams() = default;
  MergeParams(
      std::string name,
      NestParamsAddress address,
      std::string created_at,
      std::string updated_at);

  std::string name;
  NestParamsAddress address;
  std::string created_at;
  std::string updated_at;
};

// objects.merge result
class MergeResult {
 public:
  MergeResult() = default;
  MergeResult(std::string created_at, std::string updated_at);

  std::string created_at;
  std::string updated_at;
};

// objects.pick params
class PickParams {
 public:
  PickParams() = default;
  PickParams(std::string name, std::string company);

  std::string name;
  std::string company;
};

// objects.pick result
class PickResult {
 public:
  PickResult() = default;
  PickResult(bool ok);

  bool ok{};
};

// objects.partial params
class PartialParams {
 public:
  PartialParams() = default;

  std::optional<std::string> name;
  std::optional<NestParamsAddress> address;
  std::optional<std::string> company;
};

// objects.partial result
class PartialResult {
 public:
  PartialResult() = default;
  PartialResult(std::string name, NestParamsAddress address);

  std::string name;
  NestParamsAddress address;
  std::optional<std::string> company;
};

// objects.deepPartial params.address.city
class DeepPartialParamsAddressCity {
 public:
  DeepPartialParamsAddressCity() = default;

  std::optional<std::string> name;
  std::optional<std::string> zip;
};

// objects.deepPartial params.address
class DeepPartialParamsAddress {
 public:
  DeepPartialParamsAddress() = default;

  std::optional<std::string> street;
  std::optional<DeepPartialParamsAddressCity> city;
};

// objects.deepPartial params
class DeepPartialParams {
 public:
  DeepPartialParams() = default;

  std::optional<std::string> name;
  std::optional<DeepPartialParamsAddress> address;
};

// objects.deepPartial result
class DeepPartialResult {
 public:
  DeepPartialResult() = default;
  DeepPartialResult(std::string name, NestParamsAddress address);

  std::string name;
  NestParamsAddress address;
};

// objects.intersect params
class IntersectParams {
 public:
  IntersectParams() = default;
  IntersectParams(std::string id, std::string created_at, std::string updated_at);

  std::string id;
  std::string created_at;
  std::string updated_at;
};

// objects.intersect result
class IntersectResult {
 public:
  IntersectResult() = default;
  IntersectResult(std::string id, double n);

  std::string id;
  double n{};
  // Keys that the contract does not name.
  std::map<std::string, boost::json::value> rest;
};

}  // namespace objects

CLAMATOR_GENERATED_CODEC(objects::NestParamsAddressCity);
CLAMATOR_GENERATED_CODEC(objects::NestParamsAddress);
CLAMATOR_GENERATED_CODEC(objects::NestParams);
CLAMATOR_GENERATED_CODEC(objects::NestResult);
CLAMATOR_GENERATED_CODEC(objects::StripParams);
CLAMATOR_GENERATED_CODEC(objects::StripResult);
CLAMATOR_GENERATED_CODEC(objects::StrictParams);
CLAMATOR_GENERATED_CODEC(objects::StrictResult);
CLAMATOR_GENERATED_CODEC(objects::PassParams);
CLAMATOR_GENERATED_CODEC(objects::PassResult);
CLAMATOR_GENERATED_CODEC(objects::CatchAllParams);
CLAMATOR_GENERATED_CODEC(objects::CatchAllResult);
CLAMATOR_GENERATED_CODEC(objects::ExtendParams);
CLAMATOR_GENERATED_CODEC(objects::ExtendResult);
CLAMATOR_GENERATED_CODEC(objects::MergeParams);
CLAMATOR_GENERATED_CODEC(objects::MergeResult);
CLAMATOR_GENERATED_CODEC(objects::PickParams);
CLAMATOR_GENERATED_CODEC(objects::PickResult);
CLAMATOR_GENERATED_CODEC(objects::PartialParams);
CLAMATOR_GENERATED_CODEC(objects::PartialResult);
CLAMATOR_GENERATED_CODEC(objects::DeepPartialParamsAddressCity);
CLAMATOR_GENERATED_CODEC(objects::DeepPartialParamsAddress);
CLAMATOR_GENERATED_CODEC(objects::DeepPartialParams);
CLAMATOR_GENERATED_CODEC(objects::DeepPartialResult);
CLAMATOR_GENERATED_CODEC(objects::IntersectParams);
CLAMATOR_GENERATED_CODEC(objects::IntersectResult);

namespace objects {

// The methods one by one, for clamator::client::call() and clamator::service::handle().
namespace methods {
inline constexpr clamator::method<NestParams, NestResult> nest{"objects.nest"};
inline constexpr clamator::method<StripParams, StripResult> strip{"objects.strip"};
inline constexpr clamator::method<StrictParams, StrictResult> strict{"objects.strict"};
inline constexpr clamator::method<PassParams, PassResult> pass{"objects.pass"};
inline constexpr clamator::method<CatchAllParams, CatchAllResult> catch_all{"objects.catchAll"};
inline constexpr clamator::method<ExtendParams, ExtendResult> extend{"objects.extend"};
inline constexpr clamator::method<MergeParams, MergeResult> merge{"objects.merge"};
inline constexpr clamator::method<PickParams, PickResult> pick{"objects.pick"};
inline constexpr clamator::method<PartialParams, PartialResult> partial{"objects.partial"};
inline constexpr clamator::method<DeepPartialParams, DeepPartialResult> deep_partial{"objects.deepPartial"};
inline constexpr clamator::method<IntersectParams, IntersectResult> intersect{"objects.intersect"};
}  // namespace methods

// What a server of objects implements; each may also be a plain coroutine of a derived class.
class ObjectsService {
 public:
  ObjectsService() = default;
  virtual ~ObjectsService();

  virtual boost::asio::awaitable<NestResult> nest(NestParams params, clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<StripResult> strip(StripParams params, clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<StrictResult> strict(StrictParams params, clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<PassResult> pass(PassParams params, clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<CatchAllResult> catch_all(
      CatchAllParams params,
      clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<ExtendResult> extend(ExtendParams params, clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<MergeResult> merge(MergeParams params, clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<PickResult> pick(PickParams params, clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<PartialResult> partial(
      PartialParams params,
      clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<DeepPartialResult> deep_partial(
      DeepPartialParams params,
      clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<IntersectResult> intersect(
      IntersectParams params,
      clamator::call_context& context) = 0;

 protected:
  ObjectsService(const ObjectsService&) = default;
  ObjectsService& operator=(const ObjectsService&) = default;
};

// For clamator::server::register_service().
extern const clamator::contract<ObjectsService> objects_contract;

// Calls objects. Keeps a reference: the client must outlive it. Options, completion tokens, errors and
// cancellation are those of clamator::client's call() and notify().
class ObjectsClient {
 public:
  explicit ObjectsClient(clamator::client& client) noexcept : client_(&client) {}

  template <class Token = clamator::default_token>
  auto nest(const NestParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::nest, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto strip(const StripParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::strip, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto strict(const StrictParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::strict, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto pass(const PassParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::pass, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto catch_all(const CatchAllParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::catch_all, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto extend(const ExtendParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::extend, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto merge(const MergeParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::merge, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto pick(const PickParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::pick, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto partial(const PartialParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::partial, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto deep_partial(const DeepPartialParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::deep_partial, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto intersect(const IntersectParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::intersect, params, options, std::forward<Token>(token));
  }

 private:
  clamator::client* client_;
};

}  // namespace objects
