#pragma once
#include <stdint.h>

// Time that passes only when a test says so. Timers of Dispatch and of Swift's tasks follow it: this library's
// dispatch_source_set_timer, dispatch_after and dispatch_after_f take the place of Dispatch's own in the whole process.

uint64_t virtual_now(void);
void virtual_set(uint64_t now);
// Lets that many nanoseconds pass. Each timer that falls due meanwhile is fired at its own moment.
void virtual_advance(uint64_t nanoseconds);
