// Handlers made of others.
#pragma once

#include <filesystem>

#include "workload/work_contract.hpp"

namespace clamator::test {

// Writes down in a server's journal when it begins and ends.
job_handler noted(const std::filesystem::path& journal, job_handler handler);

// Jobs of negative numbers are done at once. A server that has done many of them reads far ahead.
job_handler quick_below_zero(job_handler handler);

}  // namespace clamator::test
