import AuthenticationServices
import UIKit

#if SWIFT_PACKAGE
  import VaultBridge
  import VaultCore
#endif

/// One session of the system's browser, above the window that the person uses.
@MainActor final class WebAuthSheet: NSObject, ASWebAuthenticationPresentationContextProviding {
  private let window: UIWindow
  private var session: ASWebAuthenticationSession?
  private var observer: (any NSObjectProtocol)?

  /// - Parameter window: that the person uses
  init(above window: UIWindow) {
    self.window = window
  }

  /// - Returns: `nil`: the user closed it, or their window
  /// - Throws: `VaultUnavailable`
  func show(_ page: AuthPage) async throws -> String? {
    defer { close() }
    return try await withCheckedThrowingContinuation { waiter in
      let outcome = AuthOutcome(waiter)
      guard let session = session(of: page, outcome) else { return outcome.end(.failure(Rejection(.vaultUnavailable))) }
      session.presentationContextProvider = self
      session.prefersEphemeralWebBrowserSession = page.isEphemeral
      self.session = session
      observer = NotificationCenter.default.addObserver(
        forName: UIScene.didDisconnectNotification, object: window.windowScene, queue: nil
      ) { _ in outcome.end(.success(nil)) }
      if !session.start() { outcome.end(.failure(Rejection(.vaultUnavailable))) }
    }
  }

  func presentationAnchor(for session: ASWebAuthenticationSession) -> ASPresentationAnchor { window }

  private func session(of page: AuthPage, _ outcome: AuthOutcome) -> ASWebAuthenticationSession? {
    // The system calls it on a thread of its choice.
    let ended: @Sendable (URL?, (any Error)?) -> Void = { outcome.end(AuthOutcome.result(url: $0, error: $1)) }
    let url = page.address.url
    switch page.callback.kind {
    case .privateUse(let scheme):
      return ASWebAuthenticationSession(url: url, callbackURLScheme: scheme, completionHandler: ended)
    case .https(let host, let path):
      guard #available(iOS 17.4, *) else { return nil }
      return ASWebAuthenticationSession(url: url, callback: .https(host: host, path: path), completionHandler: ended)
    }
  }

  /// Nothing stays on the screen, whatever ended it.
  private func close() {
    observer.map { NotificationCenter.default.removeObserver($0) }
    session?.cancel()
    session = nil
  }
}

/// How a session ended, told once: it may end in several ways at the same time.
private final class AuthOutcome: Sendable {
  private let waiter: Guarded<CheckedContinuation<String?, any Error>?>

  init(_ waiter: CheckedContinuation<String?, any Error>) {
    self.waiter = Guarded(waiter)
  }

  func end(_ result: Result<String?, any Error>) {
    let waiting = waiter.with { waiter in
      defer { waiter = nil }
      return waiter
    }
    waiting?.resume(with: result)
  }

  static func result(url: URL?, error: (any Error)?) -> Result<String?, any Error> {
    if let url { return .success(url.absoluteString) }
    let isClosed = (error as? ASWebAuthenticationSessionError)?.code == .canceledLogin
    return isClosed ? .success(nil) : .failure(Rejection(.vaultUnavailable))
  }
}
