@_exported import Glibc
import VirtualTime

/// What Darwin has and Linux has not.
public let F_FULLFSYNC: Int32 = 51

public typealias clockid_t = Int32

/// Counts sleep, as `mach_continuous_time` does. Other clocks stop in sleep, which the vault must not do.
public func clock_gettime_nsec_np(_ clock: clockid_t) -> UInt64 {
  precondition(clock == CLOCK_MONOTONIC_RAW, "this clock stops while the device sleeps, or can be set by a person")
  return virtual_now()
}

/// `F_FULLFSYNC` is Linux's fsync.
public func fcntl(_ descriptor: Int32, _ command: Int32) -> Int32 {
  command == F_FULLFSYNC ? fsync(descriptor) : Glibc.fcntl(descriptor, command)
}
