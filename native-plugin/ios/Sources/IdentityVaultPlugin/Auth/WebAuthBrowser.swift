import UIKit

#if SWIFT_PACKAGE
  import VaultBridge
#endif

/// A provider's pages in the browser of the system. One prompt of the process is shown at a time.
final class WebAuthBrowser: AuthBrowser {
  private let turns: InTurn

  /// - Parameter turns: of all prompts of the process
  init(turns: InTurn) {
    self.turns = turns
  }

  var takesHTTPSCallbacks: Bool {
    if #available(iOS 17.4, *) { return true }
    return false
  }

  func show(_ page: AuthPage) async throws -> String? {
    try await turns.begin {
      guard let window = await WebAuthBrowser.window else { throw Rejection(.vaultUnavailable) }
      return try await WebAuthSheet(above: window).show(page)
    }.value
  }

  /// The one that has the keyboard, where the person is.
  @MainActor private static var window: UIWindow? {
    let scenes = UIApplication.shared.connectedScenes.compactMap { $0 as? UIWindowScene }
    let scene =
      scenes.first { $0.activationState == .foregroundActive }
      ?? scenes.first { $0.activationState == .foregroundInactive }
    return scene?.windows.first { $0.isKeyWindow }
  }
}
