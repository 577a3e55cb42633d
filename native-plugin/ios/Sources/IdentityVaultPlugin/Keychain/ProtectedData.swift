import UIKit

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// Whether the device is unlocked. While it is not, and before the first unlock after a restart, the Keychain can say
/// "not found" of what is there.
final class ProtectedData: Sendable {
  private let current: Guarded<Bool>

  @MainActor init() {
    current = Guarded(UIApplication.shared.isProtectedDataAvailable)
    watch(UIApplication.protectedDataDidBecomeAvailableNotification, isAvailable: true)
    watch(UIApplication.protectedDataWillBecomeUnavailableNotification, isAvailable: false)
  }

  var isAvailable: Bool { current.with { $0 } }

  private func watch(_ name: Notification.Name, isAvailable: Bool) {
    _ = NotificationCenter.default.addObserver(forName: name, object: nil, queue: nil) { [weak self] _ in
      self?.current.with { $0 = isAvailable }
    }
  }
}
