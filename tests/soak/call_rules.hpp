// What the ledger says of calls and of the requests that they were.
#pragma once

#include "soak/ledger.hpp"

namespace clamator::soak {

ledger_section calls_of(const record& what);
ledger_section requests_of(const record& what);

// One more for a rule or figure, and its key where that is among the first.
void count(ledger_line& line, const call_record& which);

}  // namespace clamator::soak
