import UIKit

#if SWIFT_PACKAGE
  import VaultBridge
  import VaultCore
#endif

/// Covers every scene of the app by a window above everything but the built-in passcode prompt.
///
/// Said on the main thread, as the system tells that the app leaves, it is done when the call returns: the picture for the
/// app switcher is taken soon after.
final class CoverWindows: ScreenCover {
  /// Above alerts, and above what other plugins show.
  static let level = UIWindow.Level.alert + 1000

  private let style: CoverStyle
  private let isWanted = Guarded(false)
  private let windows: WindowPerScene

  @MainActor init(_ style: CoverStyle) {
    self.style = style
    windows = WindowPerScene()
    _ = NotificationCenter.default.addObserver(forName: UIScene.willConnectNotification, object: nil, queue: nil) {
      [weak self] _ in self?.update()
    }
  }

  func cover() {
    isWanted.with { $0 = true }
    update()
  }

  func uncover() {
    isWanted.with { $0 = false }
    update()
  }

  /// What is wanted when it is done counts: threads may come in another order.
  private func update() {
    if Thread.isMainThread {
      MainActor.assumeIsolated { apply() }
    } else {
      DispatchQueue.main.async { self.apply() }
    }
  }

  @MainActor private func apply() {
    if isWanted.with({ $0 }) { windows.show(style) } else { windows.hide() }
  }
}

@MainActor private final class WindowPerScene {
  private var shown: [ObjectIdentifier: UIWindow] = [:]

  func show(_ style: CoverStyle) {
    for case let scene as UIWindowScene in UIApplication.shared.connectedScenes {
      let id = ObjectIdentifier(scene)
      if shown[id] != nil { continue }
      let window = UIWindow(windowScene: scene)
      window.windowLevel = CoverWindows.level
      window.accessibilityIdentifier = "identity-vault-cover"
      window.accessibilityViewIsModal = true
      window.rootViewController = style.makeController()
      // Not the key window: what the person was typing into keeps the keyboard.
      window.isHidden = false
      shown[id] = window
    }
  }

  func hide() {
    for window in shown.values {
      window.isHidden = true
      window.windowScene = nil
    }
    shown = [:]
  }
}
