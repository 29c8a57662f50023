// Made by clamator-codegen from the contract of collections; changes are lost.
#pragma once

#include <clamator/generated.hpp>

static_assert(clamator::generated::abi == 1,
              "this file was made by another version of clamator-codegen: generate it again");

namespace collections {

// collections.arrays params.lines[]
class ArraysParamsLinesItem {
 public:
  ArraysParamsLinesItem() = default;
  ArraysParamsLinesItem(std::string sku, std::int64_t count);

  std::string sku;
  std::int64_t count{};
};

// collections.arrays params
class ArraysParams {
 public:
  ArraysParams() = default;
  ArraysParams(
      std::vector<std::string> names,
      std::vector<double> nonempty,
      std::vector<bool> few,
      std::vector<double> three,
      std::vector<std::vector<double>> matrix,
      std::vector<ArraysParamsLinesItem> lines,
      std::vector<std::optional<std::string>> gaps);

  std::vector<std::string> names;
  std::vector<double> nonempty;
  std::vector<bool> few;
  std::vector<double> three;
  std::vector<std::vector<double>> matrix;
  std::vector<ArraysParamsLinesItem> lines;
  std::vector<std::optional<std::string>> gaps;
};

// collections.arrays result
class ArraysResult {
 public:
  ArraysResult() = default;
  ArraysResult(std::vector<std::string> value);

  std::vector<std::string> value;
};

// collections.tuples params.named[1]
class TuplesParamsNamedItem2 {
 public:
  TuplesParamsNamedItem2() = default;
  TuplesParamsNamedItem2(double weight);

  double weight{};
};

// collections.tuples params
class TuplesParams {
 public:
  TuplesParams() = default;
  TuplesParams(
      std::tuple<double, double> point,
      std::tuple<std::string, TuplesParamsNamedItem2> named,
      clamator::open_tuple<double, std::string> command,
      std::tuple<> none);

  std::tuple<double, double> point;
  std::tuple<std::string, TuplesParamsNamedItem2> named;
  clamator::open_tuple<double, std::string> command;
  std::tuple<> none;
};

// collections.tuples result
class TuplesResult {
 public:
  TuplesResult() = default;
  TuplesResult(std::tuple<std::string, double> value);

  std::tuple<std::string, double> value;
};

// collections.records params.people{}
class RecordsParamsPeopleValue {
 public:
  RecordsParamsPeopleValue() = default;
  RecordsParamsPeopleValue(std::string name);

  std::string name;
};

// collections.records params
class RecordsParams {
 public:
  RecordsParams() = default;
  RecordsParams(
      std::map<std::string, double> counts,
      std::map<std::string, std::string> by_code,
      std::map<std::string, double> by_color,
      std::map<std::string, RecordsParamsPeopleValue> people,
      std::map<std::string, boost::json::value> anything);

  std::map<std::string, double> counts;
  std::map<std::string, std::string> by_code;
  std::map<std::string, double> by_color;
  std::map<std::string, RecordsParamsPeopleValue> people;
  std::map<std::string, boost::json::value> anything;
};

// collections.records result
class RecordsResult {
 public:
  RecordsResult() = default;
  RecordsResult(std::map<std::string, std::string> value);

  std::map<std::string, std::string> value;
};

// collections.recordParams params
class RecordParamsParams {
 public:
  RecordParamsParams() = default;
  RecordParamsParams(std::map<std::string, double> value);

  std::map<std::string, double> value;
};

// collections.recordParams result[]
class RecordParamsResultItem {
 public:
  RecordParamsResultItem() = default;
  RecordParamsResultItem(std::string key, double value);

  std::string key;
  double value{};
};

// collections.recordParams result
class RecordParamsResult {
 public:
  RecordParamsResult() = default;
  RecordParamsResult(std::vector<RecordParamsResultItem> value);

  std::vector<RecordParamsResultItem> value;
};

}  // namespace collections

CLAMATOR_GENERATED_CODEC(collections::ArraysParamsLinesItem);
CLAMATOR_GENERATED_CODEC(collections::ArraysParams);
CLAMATOR_GENERATED_CODEC(collections::ArraysResult);
CLAMATOR_GENERATED_CODEC(collections::TuplesParamsNamedItem2);
CLAMATOR_GENERATED_CODEC(collections::TuplesParams);
CLAMATOR_GENERATED_CODEC(collections::TuplesResult);
CLAMATOR_GENERATED_CODEC(collections::RecordsParamsPeopleValue);
CLAMATOR_GENERATED_CODEC(collections::RecordsParams);
CLAMATOR_GENERATED_CODEC(collections::RecordsResult);
CLAMATOR_GENERATED_CODEC(collections::RecordParamsParams);
CLAMATOR_GENERATED_CODEC(collections::RecordParamsResultItem);
CLAMATOR_GENERATED_CODEC(collections::RecordParamsResult);

namespace collections {

// The methods one by one, for clamator::client::call() and clamator::service::handle().
namespace methods {
inline constexpr clamator::method<ArraysParams, ArraysResult> arrays{"collections.arrays"};
inline constexpr clamator::method<TuplesParams, TuplesResult> tuples{"collections.tuples"};
inline constexpr clamator::method<RecordsParams, RecordsResult> records{"collections.records"};
inline constexpr clamator::method<RecordParamsParams, RecordParamsResult> record_params{"collections.recordParams"};
}  // namespace methods

// What a server of collections implements; each may also be a plain coroutine of a derived class.
class CollectionsService {
 public:
  CollectionsService() = default;
  virtual ~CollectionsService();

  virtual boost::asio::awaitable<ArraysResult> arrays(ArraysParams params, clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<TuplesResult> tuples(TuplesParams params, clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<RecordsResult> records(
      RecordsParams params,
      clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<RecordParamsResult> record_params(
      RecordParamsParams params,
      clamator::call_context& context) = 0;

 protected:
  CollectionsService(const CollectionsService&) = default;
  CollectionsService& operator=(const CollectionsService&) = default;
};

// For clamator::server::register_service().
extern const clamator::contract<CollectionsService> collections_contract;

// Calls collections. Keeps a reference: the client must outlive it. Options, completion tokens, errors and
// cancellation are those of clamator::client's call() and notify().
class CollectionsClient {
 public:
  explicit CollectionsClient(clamator::client& client) noexcept : client_(&client) {}

  template <class Token = clamator::default_token>
  auto arrays(const ArraysParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::arrays, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto tuples(const TuplesParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::tuples, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto records(const RecordsParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::records, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto record_params(const RecordParamsParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::record_params, params, options, std::forward<Token>(token));
  }

 private:
  clamator::client* client_;
};

}  // namespace collections
