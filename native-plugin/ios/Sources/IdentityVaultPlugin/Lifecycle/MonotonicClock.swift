import Darwin
import Foundation

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// Since boot, and counting sleep: `CLOCK_UPTIME_RAW` and what builds on it stop while the device sleeps.
struct MonotonicClock: Clock {
  func now() -> Milliseconds {
    Milliseconds(clock_gettime_nsec_np(CLOCK_MONOTONIC_RAW) / 1_000_000)
  }
}
