// A call with a payload: a text, answered with the same.
#pragma once

#include <string>
#include <utility>

#include <boost/describe.hpp>

#include <clamator/rpc/client.hpp>
#include <clamator/rpc/service.hpp>

namespace bench {

class message {
 public:
  message() = default;
  explicit message(std::string of) : text(std::move(of)) {}
  std::string text;
};
BOOST_DESCRIBE_STRUCT(message, (), (text))

inline constexpr clamator::method<message, message> echo_text{"echo.text"};

inline clamator::service echo() {
  clamator::service served("echo");
  served.handle(echo_text, [](message m) { return m; });
  return served;
}

class echo_call {
 public:
  using result = message;
  explicit echo_call(std::size_t bytes) : sent_(std::string(bytes, 'x')) {}

  template <class Token>
  auto operator()(clamator::client& client, Token&& token) const {
    return client.call(echo_text, sent_, {}, std::forward<Token>(token));
  }
  bool right(const message& m) const { return m.text.size() == sent_.text.size(); }

 private:
  message sent_;
};

}  // namespace bench
