import Foundation
import UIKit

#if SWIFT_PACKAGE
  import VaultBridge
#endif

/// The one holder of this process, however many web views and plugin objects there are. BRIDGE.md §2.
@MainActor enum SharedProcess {
  /// Of the native part.
  static let version = "0.1.0"

  private static var current: (process: VaultProcess, lifecycle: SceneLifecycle)?

  /// - Parameter configured: counts when it is made
  static func running(_ configured: PluginSettings) -> VaultProcess {
    if let current { return current.process }
    let platform = IOSPlatform(bundleId: Bundle.main.bundleIdentifier ?? "", configured)
    let process = VaultProcess(platform, version: version)
    current = (process, SceneLifecycle(process))
    return process
  }
}
