// What is counted: an event loop that runs, without what stands in for the kernel.
#pragma once

#include <boost/asio/io_context.hpp>

// Runs until the loop is stopped. bench/replay/instructions.py names it to callgrind, which counts from where
// it is entered until it is left, and not within the functions of outside.cpp; the name is one for a command
// line.
extern "C" void clamator_counted_run(boost::asio::io_context& context);
