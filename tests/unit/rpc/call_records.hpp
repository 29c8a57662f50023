// Calls without a client around them: they note how they ended.
#pragma once

#include <memory>

#include <clamator/rpc/detail/call_table.hpp>

namespace clamator::detail {

class plain_record final : public call_record {
 public:
  explicit plain_record(call_id id) : call_record(named(id)) {}
  void decode_result(json::reader& in) override { in.skip(); }
  void complete(std::exception_ptr) override {}

 private:
  static prepared_call named(call_id id) {
    prepared_call call;
    call.id = id;
    return call;
  }
};

inline std::unique_ptr<call_record> record(std::uint64_t low) {
  call_id id;
  id.high = 1;
  id.low = low;
  return std::make_unique<plain_record>(id);
}

// The number that the record was made with; 0 for none.
inline std::uint64_t number(const call_record* record) {
  return record == nullptr ? 0 : record->call.id.low;
}
inline std::uint64_t number(const std::unique_ptr<call_record>& record) {
  return number(record.get());
}

}  // namespace clamator::detail
