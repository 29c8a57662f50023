#pragma once

#include <string>
#include <vector>

#include "support/redis_version.hpp"

namespace clamator::test {

/// Who logs in, as docs/security.md names them.
enum class redis_role { caller, resending_caller, worker, operator_of_letters };

/// The file whose rules the users of tests have, docs/security.md: $CLAMATOR_TEST_USERS. Empty where tests
/// log in as the default user, who may do everything.
std::string file_of_users();

/// What `file` lets a role do, as words of ACL SETUSER behind the user's name: of its last block for that
/// server or, where there is none, for older ones. The manual's prefix, my-app, is replaced by `key_prefix`.
/// Throws std::runtime_error where the file has no rules for it.
std::vector<std::string> rules_of(const std::string& file, redis_role role, const redis_version& server,
                                  const std::string& key_prefix);

/// The password in those rules.
std::string password_in(const std::vector<std::string>& rules);

}  // namespace clamator::test
