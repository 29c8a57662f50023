// Made by clamator-codegen from the contract of recursive; changes are lost.
#pragma once

#include <clamator/generated.hpp>

static_assert(clamator::generated::abi == 1,
              "this file was made by another version of clamator-codegen: generate it again");

namespace recursive {

class Category;
class EntryOption1;
class Entry;
class Json;
class NestedLists;
class SumParams;

// types.Category
class Category {
 public:
  Category() = default;
  Category(std::string name, std::vector<Category> children);

  std::string name;
  std::vector<Category> children;
};

// types.Entry|2
class EntryOption2 {
 public:
  EntryOption2() = default;
  EntryOption2(std::int64_t size);

  std::int64_t size{};
};

// types.Entry|1
class EntryOption1 {
 public:
  EntryOption1() = default;
  EntryOption1(std::vector<Entry> entries);

  std::vector<Entry> entries;
};

// types.Entry
class Entry : public std::variant<clamator::box<EntryOption1>, EntryOption2> {
 public:
  using variant::variant;
};

// types.Json
class Json : public std::variant<std::string, double, bool, std::vector<std::optional<clamator::box<Json>>>, std::map<std::string, std::optional<clamator::box<Json>>>> {
 public:
  using variant::variant;
};

// types.NestedLists
class NestedLists {
 public:
  NestedLists() = default;
  NestedLists(std::vector<NestedLists> value);

  std::vector<NestedLists> value;
};

// types.SumParams
class SumParams {
 public:
  SumParams() = default;
  SumParams(double value);

  double value{};
  std::optional<clamator::box<SumParams>> next;
};

// recursive.tree params
class TreeParams {
 public:
  TreeParams() = default;
  TreeParams(Category root);

  Category root;
};

// recursive.tree result
using TreeResult = Category;

// recursive.store params
class StoreParams {
 public:
  StoreParams() = default;
  StoreParams(std::optional<Json> value);

  std::optional<Json> value;
  std::optional<Json> before;
};

// recursive.store result
class StoreResult {
 public:
  StoreResult() = default;
  StoreResult(std::optional<Json> value);

  std::optional<Json> value;
};

// recursive.sum result
class SumResult {
 public:
  SumResult() = default;
  SumResult(double value);

  double value{};
};

// recursive.flatten params
class FlattenParams {
 public:
  FlattenParams() = default;
  FlattenParams(NestedLists lists);

  NestedLists lists;
};

// recursive.flatten result
using FlattenResult = NestedLists;

// recursive.list params
class ListParams {
 public:
  ListParams() = default;
  ListParams(std::string path);

  std::string path;
};

// recursive.list result
using ListResult = Entry;

// recursive.forward params
class ForwardParams {
 public:
  ForwardParams() = default;
  ForwardParams(std::string later);

  std::string later;
};

// recursive.forward result
class ForwardResult {
 public:
  ForwardResult() = default;
};

}  // namespace recursive

CLAMATOR_GENERATED_CODEC(recursive::Category);
CLAMATOR_GENERATED_CODEC(recursive::EntryOption2);
CLAMATOR_GENERATED_CODEC(recursive::EntryOption1);
CLAMATOR_GENERATED_CODEC(recursive::Entry);
CLAMATOR_GENERATED_CODEC(recursive::Json);
CLAMATOR_GENERATED_CODEC(recursive::NestedLists);
CLAMATOR_GENERATED_CODEC(recursive::SumParams);
CLAMATOR_GENERATED_CODEC(recursive::TreeParams);
CLAMATOR_GENERATED_CODEC(recursive::StoreParams);
CLAMATOR_GENERATED_NULLABLE_CODEC(recursive::StoreResult);
CLAMATOR_GENERATED_CODEC(recursive::SumResult);
CLAMATOR_GENERATED_CODEC(recursive::FlattenParams);
CLAMATOR_GENERATED_CODEC(recursive::ListParams);
CLAMATOR_GENERATED_CODEC(recursive::ForwardParams);
CLAMATOR_GENERATED_CODEC(recursive::ForwardResult);

namespace recursive {

// The methods one by one, for clamator::client::call() and clamator::service::handle().
namespace methods {
inline constexpr clamator::method<TreeParams, TreeResult> tree{"recursive.tree"};
inline constexpr clamator::method<StoreParams, StoreResult> store{"recursive.store"};
inline constexpr clamator::method<SumParams, SumResult> sum{"recursive.sum"};
inline constexpr clamator::method<FlattenParams, FlattenResult> flatten{"recursive.flatten"};
inline constexpr clamator::method<ListParams, ListResult> list{"recursive.list"};
inline constexpr clamator::method<ForwardParams, ForwardResult> forward{"recursive.forward"};
}  // namespace methods

// What a server of recursive implements; each may also be a plain coroutine of a derived class.
class RecursiveService {
 public:
  RecursiveService() = default;
  virtual ~RecursiveService();

  virtual boost::asio::awaitable<TreeResult> tree(TreeParams params, clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<StoreResult> store(StoreParams params, clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<SumResult> sum(SumParams params, clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<FlattenResult> flatten(
      FlattenParams params,
      clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<ListResult> list(ListParams params, clamator::call_context& context) = 0;

  virtual boost::asio::awaitable<ForwardResult> forward(
      ForwardParams params,
      clamator::call_context& context) = 0;

 protected:
  RecursiveService(const RecursiveService&) = default;
  RecursiveService& operator=(const RecursiveService&) = default;
};

// For clamator::server::register_service().
extern const clamator::contract<RecursiveService> recursive_contract;

// Calls recursive. Keeps a reference: the client must outlive it. Options, completion tokens, errors and
// cancellation are those of clamator::client's call() and notify().
class RecursiveClient {
 public:
  explicit RecursiveClient(clamator::client& client) noexcept : client_(&client) {}

  template <class Token = clamator::default_token>
  auto tree(const TreeParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::tree, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto store(const StoreParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::store, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto sum(const SumParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::sum, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto flatten(const FlattenParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::flatten, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto list(const ListParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::list, params, options, std::forward<Token>(token));
  }

  template <class Token = clamator::default_token>
  auto forward(const ForwardParams& params, clamator::call_options options = {}, Token&& token = Token()) {
    return client_->call(methods::forward, params, options, std::forward<Token>(token));
  }

 private:
  clamator::client* client_;
};

}  // namespace recursive
