// A service with contracts that can be broken on either side. For who ran when and how often there is the
// "work" service of the integration tests.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/json/value.hpp>

#include <clamator/rpc/contract.hpp>
#include <clamator/rpc/method.hpp>

namespace clamator::test {

class order {
 public:
  order() = default;
  order(std::int64_t its_price, std::string its_ware) : price(its_price), ware(std::move(its_ware)) {}
  std::int64_t price = 1;
  std::string ware = "nail";
};
constexpr auto describe_fields(type<order>) {
  return fields<order>(field("price", &order::price, minimum(1)), field("ware", &order::ware, min_length(1)));
}

class bill {
 public:
  bill() = default;
  explicit bill(std::int64_t its_total) : total(its_total) {}
  std::int64_t total = 0;
};
constexpr auto describe_fields(type<bill>) {
  return fields<bill>(field("total", &bill::total, maximum(1000)));
}

// What somebody expects whose contract is another.
class small_bill {
 public:
  std::int64_t total = 0;
};
constexpr auto describe_fields(type<small_bill>) {
  return fields<small_bill>(field("total", &small_bill::total, maximum(10)));
}

// Everything that should come back as it was sent.
class sample {
 public:
  sample() = default;
  explicit sample(std::string its_text) : text(std::move(its_text)) {}
  std::string text;
  std::vector<std::int64_t> whole;
  std::vector<double> real;
  std::optional<std::string> absent;
  boost::json::value any;
};
BOOST_DESCRIBE_STRUCT(sample, (), (text, whole, real, absent, any))

inline constexpr method<order, bill> shop_buy{"shop.buy"};
inline constexpr method<order, small_bill> shop_buy_small{"shop.buy"};
inline constexpr method<sample, sample> shop_echo{"shop.echo"};
inline constexpr notification<order> shop_wish{"shop.wish"};

}  // namespace clamator::test
