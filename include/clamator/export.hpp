// The mark of what programs link against. The libraries are compiled with hidden visibility, so that a shared
// one exports what bears it, and what it keeps to itself may change with every release.
#pragma once

#if defined(__GNUC__)
// Stands before a class or function that a .cpp defines and programs use.
#define CLAMATOR_EXPORT [[gnu::visibility("default")]]
#else
#define CLAMATOR_EXPORT
#endif
