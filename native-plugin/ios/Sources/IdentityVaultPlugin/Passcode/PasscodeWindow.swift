import UIKit

#if SWIFT_PACKAGE
  import VaultBridge
  import VaultCore
#endif

/// What a passcode is asked for.
enum PasscodePurpose: Sendable {
  /// - attemptsLeft: at this moment; `nil`: the vault is never erased for wrong passcodes
  case enter(attemptsLeft: @Sendable () async -> Int?)
  /// A new one, twice.
  case choose(PasscodeRules)
}

/// Shows the built-in prompt above everything, also above the cover, until it is answered.
@MainActor final class PasscodeWindow {
  /// Takes what is in each field; the first one is not empty.
  typealias Submit = @Sendable ([TypedPasscode]) async throws -> PasscodeComplaint?

  private let purpose: PasscodePurpose
  private var window: UIWindow?
  private var formerKey: UIWindow?
  private var observer: (any NSObjectProtocol)?

  init(_ purpose: PasscodePurpose) {
    self.purpose = purpose
  }

  /// - Returns: `false`: the person gave up, or there is no scene to show it in
  /// - Throws: what `submit` throws
  func ask(_ submit: @escaping Submit) async throws -> Bool {
    guard let scene = PasscodeWindow.scene else { return false }
    defer { close() }
    return try await withCheckedThrowingContinuation { answer in
      let controller = PasscodeController(PasscodeForm(purpose, PasscodeTexts.current), submit) { outcome in
        answer.resume(with: outcome)
      }
      show(controller, in: scene)
    }
  }

  private func show(_ controller: PasscodeController, in scene: UIWindowScene) {
    formerKey = scene.windows.first { $0.isKeyWindow }
    let window = UIWindow(windowScene: scene)
    window.windowLevel = CoverWindows.level + 1
    window.accessibilityViewIsModal = true
    window.accessibilityIdentifier = "identity-vault-passcode"
    window.rootViewController = controller
    window.makeKeyAndVisible()
    self.window = window
    observer = NotificationCenter.default.addObserver(
      forName: UIScene.didDisconnectNotification, object: scene, queue: nil
    ) { [weak controller] _ in MainActor.assumeIsolated { controller?.giveUp() } }
  }

  private func close() {
    observer.map { NotificationCenter.default.removeObserver($0) }
    window?.isHidden = true
    window?.windowScene = nil
    window = nil
    formerKey?.makeKey()
  }

  /// Where the person is.
  private static var scene: UIWindowScene? {
    let scenes = UIApplication.shared.connectedScenes.compactMap { $0 as? UIWindowScene }
    return scenes.first { $0.activationState == .foregroundActive }
      ?? scenes.first { $0.activationState == .foregroundInactive } ?? scenes.first
  }
}
