// A contract written by hand, with all that a field may be: other names on the wire, optionals, defaults,
// checks, an enum, lists, maps, a tagged union, and anything.
#include <cstdint>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/json/value.hpp>

#include <clamator/memory/client.hpp>
#include <clamator/memory/server.hpp>

namespace asio = boost::asio;

namespace shop {

BOOST_DEFINE_ENUM_CLASS(Priority, low, normal, urgent)  // on the wire: "low", "normal", "urgent"

// A struct with a string has constructors: g++ 12 miscompiles such structs without, in a call that is
// co_awaited.
struct Card {
  Card() = default;
  explicit Card(std::string digits) : number(std::move(digits)) {}
  std::string number;
};
BOOST_DESCRIBE_STRUCT(Card, (), (number))
struct Invoice {
  std::int64_t days = 30;
};
BOOST_DESCRIBE_STRUCT(Invoice, (), (days))

// {"kind":"card","number":...} or {"kind":"invoice","days":...}
using Payment = std::variant<Card, Invoice>;
constexpr auto describe_union(clamator::type<Payment>) {
  return clamator::tagged("kind", clamator::alternative<Card>("card"),
                          clamator::alternative<Invoice>("invoice"));
}

struct OrderParams {
  OrderParams() = default;
  explicit OrderParams(std::int64_t customer) : customer_id(customer) {}

  std::int64_t customer_id = 0;
  Priority priority = Priority::normal;
  std::vector<std::string> items;
  std::map<std::string, std::int64_t> quantities;
  Payment payment;
  std::optional<std::string> note;
  boost::json::value extra;
};
constexpr auto describe_fields(clamator::type<OrderParams>) {
  return clamator::fields<OrderParams>(
      clamator::field("customerId", &OrderParams::customer_id, clamator::safe_integer, clamator::minimum(1)),
      clamator::field("priority", &OrderParams::priority, clamator::default_value(Priority::normal)),
      clamator::field("items", &OrderParams::items, clamator::min_length(1), clamator::max_length(100)),
      clamator::field("quantities", &OrderParams::quantities),
      clamator::field("payment", &OrderParams::payment),
      clamator::field("note", &OrderParams::note, clamator::max_length(200)),
      clamator::field("extra", &OrderParams::extra), clamator::unknown_keys::ignore);
}

struct OrderResult {
  std::string receipt;
};
BOOST_DESCRIBE_STRUCT(OrderResult, (), (receipt))

inline constexpr clamator::method<OrderParams, OrderResult> order{"shop.order"};

}  // namespace shop

shop::OrderResult take_order(const shop::OrderParams& p) {
  const bool card = std::holds_alternative<shop::Card>(p.payment);
  return {std::to_string(p.items.size()) + " items for customer " + std::to_string(p.customer_id) +
          (card ? ", by card" : ", by invoice")};
}

asio::awaitable<void> run(asio::any_io_executor executor) {
  clamator::memory::bus bus;
  clamator::memory::server server{executor, bus};
  clamator::service service{"shop"};
  service.handle(shop::order, take_order);
  server.register_service(std::move(service));
  co_await server.start();
  clamator::memory::client client{executor, bus};
  co_await client.start();

  shop::OrderParams params(7);
  params.items = {"lamp", "bulb"};
  params.payment = shop::Invoice{14};
  const shop::OrderResult result = co_await client.call(shop::order, params);
  std::cout << result.receipt << '\n';

  params.customer_id = 0;
  params.items.clear();
  try {
    co_await client.call(shop::order, params);
  } catch (const clamator::protocol_error& error) {
    for (const clamator::issue& issue : error.issues().items()) {
      std::cout << issue.path << ": " << issue.message << ", found " << issue.found << '\n';
    }
  }
  co_await client.stop();
  co_await server.stop();
}

int main() try {
  asio::io_context context;
  auto done = asio::co_spawn(context, run(context.get_executor()), asio::use_future);
  context.run();
  done.get();
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
