// The contract that several examples share, written by hand: what crosses the wire, and which methods there
// are.
#pragma once

#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/describe/class.hpp>

#include <clamator/rpc/contract.hpp>

struct AddParams {
  int a = 0;
  int b = 0;
};
BOOST_DESCRIBE_STRUCT(AddParams, (), (a, b))

struct AddResult {
  int sum = 0;
};
BOOST_DESCRIBE_STRUCT(AddResult, (), (sum))

struct DivideParams {
  int dividend = 0;
  int divisor = 0;
};
BOOST_DESCRIBE_STRUCT(DivideParams, (), (dividend, divisor))

struct DivideResult {
  int quotient = 0;
  int remainder = 0;
};
BOOST_DESCRIBE_STRUCT(DivideResult, (), (quotient, remainder))

// Params with a string have constructors: g++ 12 miscompiles such structs without, in a call that is
// co_awaited.
struct NoteParams {
  NoteParams() = default;
  explicit NoteParams(std::string words) : text(std::move(words)) {}
  std::string text;
};
constexpr auto describe_fields(clamator::type<NoteParams>) {
  return clamator::fields<NoteParams>(clamator::field("text", &NoteParams::text, clamator::min_length(1)));
}

inline constexpr clamator::method<AddParams, AddResult> add{"arith.add"};
inline constexpr clamator::method<DivideParams, DivideResult> divide{"arith.divide"};
inline constexpr clamator::notification<NoteParams> note{"arith.note"};

// What an implementation derives from. A handler may also be plain, as divide() is: no coroutine, it never
// waits.
struct ArithService {
  virtual ~ArithService() = default;
  virtual boost::asio::awaitable<AddResult> add(AddParams params, clamator::call_context& context) = 0;
  virtual DivideResult divide(DivideParams params) = 0;
  virtual void note(NoteParams params) = 0;
};

inline const clamator::contract<ArithService> arith_contract{
    "arith",
    clamator::handles(add, &ArithService::add),
    clamator::handles(divide, &ArithService::divide),
    clamator::handles(note, &ArithService::note),
};
