#if SWIFT_PACKAGE
  import VaultCore
#endif

/// The sign-in in the browser: one at a time in the process. BRIDGE.md §4.5.
final class AuthSession: Sendable {
  private let browser: any AuthBrowser
  private let isShown = Guarded(false)

  init(_ browser: any AuthBrowser) {
    self.browser = browser
  }

  /// Takes its place before it returns.
  /// - Throws: `Conflict`, `VaultUnavailable`
  /// - Returns: what shows it, once, and returns the answer; `nil`: the user closed it
  func begin(_ page: AuthPage) throws(Rejection) -> @Sendable () async throws -> String? {
    if case .https = page.callback.kind, !browser.takesHTTPSCallbacks { throw Rejection(.vaultUnavailable) }
    let isTaken = isShown.with { isShown in
      defer { isShown = true }
      return isShown
    }
    if isTaken { throw Rejection(.conflict) }
    return { [self] in
      defer { isShown.with { $0 = false } }
      return try await answer(page)
    }
  }

  /// The system ends a session with whatever comes back. What is no answer, such as a forged one, must not end the sign-in:
  /// it is shown again; but not for ever, for a page might go there by itself.
  private func answer(_ page: AuthPage) async throws -> String? {
    for _ in 0...BridgeLimit.shownAgain {
      guard let url = try await browser.show(page) else { return nil }
      if page.callback.isAnswer(url) { return url }
    }
    return nil
  }
}
