#include <string>

#include <gtest/gtest.h>

#include <clamator/version.hpp>

TEST(version, library_and_headers_agree) {
  EXPECT_EQ(clamator::version(), clamator::header_version);
}

TEST(version, text_is_made_of_the_numbers) {
  EXPECT_EQ(clamator::version(), std::to_string(CLAMATOR_VERSION_MAJOR) + '.' +
                                     std::to_string(CLAMATOR_VERSION_MINOR) + '.' +
                                     std::to_string(CLAMATOR_VERSION_PATCH));
}
