import Foundation
import UIKit

/// What the person does at the built-in passcode prompt: they enter what they have in mind, once, and give up when it is
/// refused.
@MainActor final class PasscodeEntry {
  /// `nil`: they cancel.
  var passcode: String?
  /// Then a test does everything itself.
  var isLeftAlone = false
  var onShow: @MainActor @Sendable () -> Void = {}
  private weak var window: UIWindow?
  private var hasEntered = false

  /// Begins to watch the screen.
  func watch() {
    DispatchQueue.main.asyncAfter(deadline: .now() + .milliseconds(3)) {
      MainActor.assumeIsolated {
        self.look()
        self.watch()
      }
    }
  }

  private func look() {
    let shown = UIApplication.shared.windows.last { window in
      !window.isHidden && !window.fakeFind(UITextField.self) { $0.isSecureTextEntry }.isEmpty
    }
    if let shown, shown !== window {
      (window, hasEntered) = (shown, false)
      onShow()
    }
    if let shown, !isLeftAlone { act(in: shown) }
  }

  private func act(in window: UIWindow) {
    let buttons = window.fakeFind(UIButton.self) { $0.fakeIsReachable && $0.isEnabled }
    guard let passcode, !hasEntered else {
      let complaint = window.fakeFind(UILabel.self) { $0.accessibilityIdentifier == "identity-vault-complaint" }
      let isRefused = complaint.contains { $0.text?.isEmpty == false }
      if passcode == nil || isRefused { buttons.first?.fakePress() }
      return
    }
    let fields = window.fakeFind(UITextField.self) { $0.isSecureTextEntry && $0.fakeIsReachable }
    guard fields.allSatisfy(\.isEnabled), buttons.count == 2 else { return }
    for field in fields { field.fakeType(passcode) }
    hasEntered = true
    buttons[1].fakePress()
  }
}
