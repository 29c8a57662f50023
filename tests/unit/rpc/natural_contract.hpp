// Types with all that a compiler could copy wrongly, and texts to fill them with: a short one lies within its
// std::string and a long one does not, and both break where a string is copied bit by bit.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <boost/describe/class.hpp>

#include <clamator/protocol/codec.hpp>
#include <clamator/rpc/method.hpp>

namespace clamator::test {

inline const std::string texts[] = {"short", "a text that is longer than any buffer within a std::string"};

// Nothing in it that has a destructor: the one kind of aggregate that params may be.
struct add_params {
  int a = 0;
  int b = 0;
};
BOOST_DESCRIBE_STRUCT(add_params, (), (a, b))
struct add_result {
  int sum = 0;
};
BOOST_DESCRIBE_STRUCT(add_result, (), (sum))

class greet_params {
 public:
  greet_params() = default;
  greet_params(std::string whom) : name(std::move(whom)) {}
  std::string name;
};
BOOST_DESCRIBE_STRUCT(greet_params, (), (name))
class greet_result {
 public:
  greet_result() = default;
  greet_result(std::string words) : greeting(std::move(words)) {}
  std::string greeting;
};
BOOST_DESCRIBE_STRUCT(greet_result, (), (greeting))

class card {
 public:
  card() = default;
  explicit card(std::string digits) : number(std::move(digits)) {}
  std::string number;
};
BOOST_DESCRIBE_STRUCT(card, (), (number))
class transfer {
 public:
  transfer() = default;
  transfer(std::string from_iban, std::string from_bank)
      : iban(std::move(from_iban)), bank(std::move(from_bank)) {}
  std::string iban;
  std::string bank;
};
BOOST_DESCRIBE_STRUCT(transfer, (), (iban, bank))

using payment = std::variant<card, transfer>;
constexpr auto describe_union(type<payment>) {
  return tagged("kind", alternative<card>("card"), alternative<transfer>("transfer"));
}

class order_params {
 public:
  order_params() = default;
  order_params(std::string whose, payment how) : customer(std::move(whose)), paid_by(std::move(how)) {}
  order_params(std::string whose, payment how, std::vector<std::string> what,
               std::map<std::string, std::string> text_of, std::optional<std::string> remark)
      : customer(std::move(whose)),
        paid_by(std::move(how)),
        items(std::move(what)),
        labels(std::move(text_of)),
        note(std::move(remark)) {}

  std::string customer;
  payment paid_by;
  std::vector<std::string> items;
  std::map<std::string, std::string> labels;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(order_params, (), (customer, paid_by, items, labels, note))

// An aggregate, as the result of a plain handler may be. It says what arrived, as JSON.
struct receipt {
  std::string text;
  std::vector<std::string> items;
};
BOOST_DESCRIBE_STRUCT(receipt, (), (text, items))

inline constexpr method<add_params, add_result> add{"test.add"};
inline constexpr method<greet_params, greet_result> greet{"test.greet"};
inline constexpr method<order_params, receipt> order{"test.order"};
inline constexpr notification<greet_params> note{"test.note"};

}  // namespace clamator::test
