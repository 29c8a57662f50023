// Constant text of a real message's size, in which an id is the only thing that changes: the floor does no
// JSON.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bench_floor {

inline constexpr std::size_t id_size = 36;

class envelope {
 public:
  // `before` and `after` are what stands around the id.
  envelope(std::string_view before, std::string_view after)
      : text_(std::string(before) + "00000000-0000-4000-8000-000000000000" + std::string(after)),
        id_at_(before.size()) {}

  // With two integers and their sum, or with a text of `payload` bytes and the same text.
  static envelope request(std::size_t payload) {
    if (payload == 0) {
      return {R"({"jsonrpc":"2.0","method":"arith.add","params":{"a":1234,"b":5678},"id":")", R"("})"};
    }
    return {R"({"jsonrpc":"2.0","method":"echo.text","params":{"text":")" + std::string(payload, 'x') +
                R"("},"id":")",
            R"("})"};
  }
  static envelope reply(std::size_t payload) {
    if (payload == 0) return {R"({"jsonrpc":"2.0","id":")", R"(","result":{"sum":6912}})"};
    return {R"({"jsonrpc":"2.0","id":")", R"(","result":{"text":")" + std::string(payload, 'x') + R"("}})"};
  }

  std::string_view text() const noexcept { return text_; }

  // The id within a text of this shape; empty where that is too short.
  std::string_view id_in(std::string_view other) const {
    return other.size() < id_at_ + id_size ? std::string_view() : other.substr(id_at_, id_size);
  }
  void set_id(std::string_view id) { text_.replace(id_at_, id_size, id); }

  // The id's last 12 digits, in decimal.
  void set_number(std::size_t number) noexcept {
    for (std::size_t i = id_size; i != id_size - 12; --i, number /= 10) {
      text_[id_at_ + i - 1] = static_cast<char>('0' + number % 10);
    }
  }
  static std::size_t number_of(std::string_view id) noexcept {
    std::size_t number = 0;
    for (char digit : id.substr(id_size - 12)) number = number * 10 + static_cast<std::size_t>(digit - '0');
    return number;
  }

 private:
  std::string text_;
  std::size_t id_at_;
};

}  // namespace bench_floor
