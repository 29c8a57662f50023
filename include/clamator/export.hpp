// Marks what programs link against. The libraries are compiled with hidden visibility, so that a shared one
// exports what bears this mark, and what it keeps to itself may change with every release.
#pragma once

#if defined(__GNUC__)
#define CLAMATOR_EXPORT [[gnu::visibility("default")]]
#else
#define CLAMATOR_EXPORT
#endif
