// A small program that is right, and with one of the macros below wrong in one way that must not compile.
#include <string>
#include <utility>
#include <vector>

#include <boost/asio/awaitable.hpp>
#include <boost/describe/class.hpp>

#include <clamator/rpc/client.hpp>
#include <clamator/rpc/contract.hpp>

namespace asio = boost::asio;

class item {
 public:
#ifndef AGGREGATE_WITHIN_PARAMS
  item() = default;
  explicit item(std::string its_name) : name(std::move(its_name)) {}
#endif
  std::string name;
};
BOOST_DESCRIBE_STRUCT(item, (), (name))

class order_params {
 public:
#ifndef AGGREGATE_AS_PARAMS
  order_params() = default;
  explicit order_params(std::string whose) : customer(std::move(whose)) {}
#endif
  std::string customer;
  std::vector<item> items;
};
#ifndef PARAMS_NOT_DESCRIBED
BOOST_DESCRIBE_STRUCT(order_params, (), (customer, items))
#endif

class receipt {
 public:
#ifndef AGGREGATE_OF_A_COROUTINE
#ifndef RESULT_WITHOUT_DEFAULT
  receipt() = default;
#endif
  explicit receipt(std::string words) : text(std::move(words)) {}
#endif
  std::string text;
};
BOOST_DESCRIBE_STRUCT(receipt, (), (text))

#ifdef BAD_NAME
constexpr clamator::method<order_params, receipt> order{"Shop.order"};
#else
constexpr clamator::method<order_params, receipt> order{"shop.order"};
#endif

asio::awaitable<receipt> place(clamator::client& client, const order_params& params) {
  co_return co_await client.call(order, params);
}

#ifdef HANDLER_OF_OTHER_PARAMS
asio::awaitable<receipt> take(int) {
#else
asio::awaitable<receipt> take(order_params) {
#endif
  co_return receipt{"taken"};
}

struct shop {
#ifdef HANDLER_OF_ANOTHER_RESULT
  int take(const order_params&) { return 1; }
#else
  receipt take(const order_params&) { return receipt{"taken"}; }
#endif
};

void serve(clamator::service& service) {
  service.handle(order, take);
}
const clamator::contract<shop> shop_contract{"shop", clamator::handles(order, &shop::take)};
