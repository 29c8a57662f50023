// What the ledger says of how often requests ran, and why.
#pragma once

#include "soak/ledger.hpp"

namespace clamator::soak {

ledger_section runs_of(const record& what);

}  // namespace clamator::soak
