import Foundation

#if SWIFT_PACKAGE
  import VaultBridge
  import VaultCore
#endif

/// Fires by the wall clock, which goes on while the device sleeps. What is due is judged by the monotonic clock.
struct DispatchTimer: WakeTimer {
  func wake(in delay: Milliseconds, _ wake: @escaping @Sendable () -> Void) -> @Sendable () -> Void {
    // May be cancelled from any thread, but isn't declared so everywhere.
    nonisolated(unsafe) let item = DispatchWorkItem(block: wake)
    DispatchQueue.global().asyncAfter(wallDeadline: .now() + .milliseconds(Int(clamping: delay)), execute: item)
    return { item.cancel() }
  }
}
