import Foundation

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// What a sign-in needs of the platform.
public struct PlatformAuth: Sendable {
  public let origins: AuthOrigins
  public let browser: any AuthBrowser
  public let provider: any Provider

  public init(origins: AuthOrigins, browser: any AuthBrowser, provider: any Provider) {
    self.origins = origins
    self.browser = browser
    self.provider = provider
  }
}

/// The browser of the system, which shows a provider's pages apart from the app.
public protocol AuthBrowser: Sendable {
  /// Whether a user can come back by an https address.
  var takesHTTPSCallbacks: Bool { get }
  /// - Returns: the address that was come back with; `nil`: the user closed it
  /// - Throws: `VaultUnavailable`: it can't be shown
  func show(_ page: AuthPage) async throws -> String?
}

/// What it shows.
public struct AuthPage: Sendable {
  public let address: AuthAddress
  public let callback: AuthCallback
  /// Without what the browser knows of the user, and forgotten afterwards.
  public let isEphemeral: Bool
}

/// Asks a provider: without cookies, caches, stored credentials or redirects. Logs nothing of it.
public protocol Provider: Sendable {
  /// - Returns: `nil`: there is no answer; or it is longer than `ProviderCall.mostBytes`, which ends it at once
  func send(_ call: ProviderCall) async -> ProviderAnswer?
}
