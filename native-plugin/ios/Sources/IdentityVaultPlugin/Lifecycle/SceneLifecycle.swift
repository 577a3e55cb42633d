import UIKit
import WebKit

#if SWIFT_PACKAGE
  import VaultBridge
#endif

/// Where the app is, of all its scenes that have a web view; told to the vaults. FORMAT.md §15.7.
@MainActor final class SceneLifecycle {
  private enum Phase {
    case active
    case inactive
    case background
  }

  private let process: VaultProcess
  private var phase = Phase.active

  /// A process that is started in the background begins with a pause.
  init(_ process: VaultProcess) {
    self.process = process
    observeScenes()
    observeApplication()
    switch UIApplication.shared.applicationState {
    case .background: move(to: .background)
    case .inactive, .active: break
    @unknown default: break
    }
  }

  /// A scene's own state is still the old one when the system says what it "will" do.
  private func observeScenes() {
    observe(UIScene.willDeactivateNotification) { $0.lookAtScenes(saying: $1, is: .inactive) }
    observe(UIScene.didActivateNotification) { $0.lookAtScenes(saying: $1, is: .active) }
    observe(UIScene.didEnterBackgroundNotification) { $0.lookAtScenes(saying: $1, is: .background) }
    observe(UIScene.willEnterForegroundNotification) { $0.lookAtScenes(saying: $1, is: .inactive) }
    observe(UIScene.didDisconnectNotification) { $0.lookAtScenes(saying: $1, is: nil) }
  }

  /// They come after those of the last scene, and alone where an app has no scenes.
  private func observeApplication() {
    observe(UIApplication.willResignActiveNotification) { lifecycle, _ in
      if lifecycle.phase == .active { lifecycle.move(to: .inactive) }
    }
    observe(UIApplication.didEnterBackgroundNotification) { lifecycle, _ in lifecycle.move(to: .background) }
    observe(UIApplication.willEnterForegroundNotification) { lifecycle, _ in
      if lifecycle.phase == .background { lifecycle.move(to: .inactive) }
    }
    observe(UIApplication.didBecomeActiveNotification) { lifecycle, _ in lifecycle.move(to: .active) }
  }

  private func observe(_ name: Notification.Name, _ react: @escaping @MainActor (SceneLifecycle, AnyObject?) -> Void) {
    _ = NotificationCenter.default.addObserver(forName: name, object: nil, queue: nil) { [weak self] notification in
      nonisolated(unsafe) let scene = notification.object as AnyObject?
      MainActor.assumeIsolated {
        guard let self else { return }
        react(self, scene)
      }
    }
  }

  private func lookAtScenes(saying object: AnyObject?, is phase: Phase?) {
    let scenes = UIApplication.shared.connectedScenes.compactMap { $0 as? UIWindowScene }
    let withWebView = scenes.filter { $0.windows.contains { hasWebView($0) } }
    // Before the web view is there, any scene counts.
    let counted = withWebView.isEmpty ? scenes : withWebView
    let phases = counted.compactMap { $0 === object ? phase : self.phase(of: $0) }
    if phases.contains(.active) { return move(to: .active) }
    move(to: phases.contains(.inactive) ? .inactive : .background)
  }

  private func phase(of scene: UIScene) -> Phase {
    switch scene.activationState {
    case .foregroundActive: return .active
    case .foregroundInactive: return .inactive
    case .background, .unattached: return .background
    @unknown default: return .background
    }
  }

  private func hasWebView(_ view: UIView) -> Bool {
    view is WKWebView || view.subviews.contains { hasWebView($0) }
  }

  private func move(to next: Phase) {
    let former = phase
    if former == next { return }
    phase = next
    if former == .active { process.deactivate() }
    if next == .background { process.pause() }
    if former == .background { process.resume() }
    if next == .active { process.activate() }
  }
}
