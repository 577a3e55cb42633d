@_exported import Glibc
import VirtualTime

/// What Darwin has and Linux has not.
/// Linux has nothing like it. A harmless command takes its place: what a power cut leaves is not tried here.
public let F_FULLFSYNC: Int32 = F_GETFD

public typealias clockid_t = Int32

/// Counts sleep, as `mach_continuous_time` does. Other clocks stop in sleep, which the vault must not do.
public func clock_gettime_nsec_np(_ clock: clockid_t) -> UInt64 {
  precondition(clock == CLOCK_MONOTONIC_RAW, "this clock stops while the device sleeps, or can be set by a person")
  return virtual_now()
}
