#include "support/child_process.hpp"

#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "support/temp_directory.hpp"
#include "support/unique_fd.hpp"

namespace clamator::test {
namespace {

using ::testing::HasSubstr;
using ::testing::ThrowsMessage;
using namespace std::chrono_literals;

child_process shell(const std::string& script, const child_options& options = {}) {
  return child_process{{"sh", "-c", script}, options};
}

TEST(child_process, hands_out_its_lines_in_order) {
  child_process child = shell("echo one; echo two; echo oops >&2; echo three; printf four");
  EXPECT_EQ(child.wait_for_line("o"), "one");
  EXPECT_EQ(child.wait_for_line("three"), "three");
  EXPECT_EQ(child.wait_for_line(""), "four");
  EXPECT_EQ(child.wait_for_error_line(""), "oops");
  EXPECT_EQ(child.wait_exit(), 0);
  EXPECT_EQ(child.output(), "one\ntwo\nthree\nfour");
}

TEST(child_process, answers_what_it_is_told) {
  child_process child{{"cat"}};
  child.write("hello\n");
  EXPECT_EQ(child.wait_for_line("hello"), "hello");
  child.close_input();
  EXPECT_EQ(child.wait_exit(), 0);
}

TEST(child_process, writing_to_one_that_has_ended_is_an_error) {
  child_process child{{"true"}};
  child.wait_exit();
  EXPECT_THAT([&] { child.write("hello\n"); }, ThrowsMessage<std::system_error>(HasSubstr("write to true")));
}

TEST(child_process, has_the_environment_and_directory_it_is_given) {
  const temp_directory directory;
  child_process child = shell("echo $CLAMATOR_WORD; pwd",
                              {.environment = {{"CLAMATOR_WORD", "given"}}, .directory = directory.path()});
  EXPECT_EQ(child.wait_for_line(""), "given");
  EXPECT_EQ(child.wait_for_line(""), directory.path().string());
}

TEST(child_process, says_how_it_ended) {
  EXPECT_EQ(shell("exit 3").wait_exit(), 3);
  child_process child = shell("echo up; exec sleep 1000");
  child.wait_for_line("up");
  EXPECT_TRUE(child.running());
  child.signal(SIGTERM);
  EXPECT_EQ(child.wait_exit(), 128 + SIGTERM);
  EXPECT_FALSE(child.running());
  child.signal(SIGTERM);
}

TEST(child_process, never_blocks_on_output_that_nobody_waits_for) {
  child_process child = shell("i=0; while [ $i -lt 20000 ]; do echo 0123456789; i=$((i+1)); done; echo end");
  child.wait_for_line("end");
  EXPECT_EQ(child.wait_exit(), 0);
  EXPECT_EQ(child.output().size(), 20000u * 11u + 4u);
}

TEST(child_process, a_wait_that_fails_shows_what_was_printed) {
  child_process child = shell("echo this; echo that >&2; exec sleep 1000");
  child.wait_for_line("this");
  child.wait_for_error_line("that");
  EXPECT_THAT([&] { child.wait_for_line("never", 10ms); },
              ThrowsMessage<std::runtime_error>(HasSubstr("\"never\": nothing within 10 ms")));
  child.kill();
  EXPECT_THAT([&] { child.wait_for_line("never"); },
              ThrowsMessage<std::runtime_error>(
                  HasSubstr("it ended with 137\n--- its stdout:\nthis\n--- its stderr:\nthat")));
}

TEST(child_process, names_a_program_that_cannot_be_run) {
  EXPECT_THAT([] { child_process{{"/no/such/program"}}; },
              ThrowsMessage<std::system_error>(HasSubstr("run /no/such/program: No such file")));
}

TEST(child_process, is_killed_when_its_owner_goes) {
  pid_t pid = 0;
  {
    child_process child = shell("exec sleep 1000");
    pid = child.pid();
  }
  EXPECT_EQ(::kill(pid, 0), -1);
}

TEST(child_process, outlives_the_thread_that_started_it) {
  std::optional<child_process> child;
  std::thread{[&] { child.emplace(std::vector<std::string>{"cat"}); }}.join();
  child->write("still here\n");
  EXPECT_EQ(child->wait_for_line("still"), "still here");
}

// Runs this very test again in a process of its own, kills that one, and looks at what it had started.
TEST(child_process, is_killed_with_the_process_that_started_it) {
  if (std::getenv("CLAMATOR_TEST_HOLDS_A_CHILD") != nullptr) {
    child_process held{{"sleep", "1000"}};
    std::cout << "holds " << held.pid() << '\n' << std::flush;
    held.wait_exit();
    return;
  }
  child_process holder{{"/proc/self/exe", "--gtest_filter=*is_killed_with_the_process_that_started_it"},
                       {.environment = {{"CLAMATOR_TEST_HOLDS_A_CHILD", "1"}}}};
  const pid_t held = std::stoi(holder.wait_for_line("holds ").substr(6));
  const unique_fd ended{static_cast<int>(::syscall(SYS_pidfd_open, held, 0))};
  ASSERT_TRUE(ended);
  holder.kill();
  pollfd event{ended.get(), POLLIN, 0};
  EXPECT_EQ(::poll(&event, 1, 10000), 1);
}

}  // namespace
}  // namespace clamator::test
