import VaultCore

@testable import VaultBridge

/// A browser and a provider: they do what a test says.
final class MemoryAuth: AuthBrowser, Provider {
  struct Facts: Sendable {
    var takesHTTPSCallbacks = true
    /// What comes back of each page, one after the other; `nil`: the user closes it.
    var comesBack: [String?] = []
    var failure: Rejection?
    var shown: [AuthPage] = []
    /// While a page is shown.
    var meanwhile: @Sendable () async -> Void = {}
    var sent: [ProviderCall] = []
    var answer: ProviderAnswer?
  }

  let facts = Guarded(Facts())

  var takesHTTPSCallbacks: Bool { facts.with { $0.takesHTTPSCallbacks } }

  func show(_ page: AuthPage) async throws -> String? {
    facts.with { $0.shown.append(page) }
    await facts.with { $0.meanwhile }()
    return try facts.with { facts in
      if let failure = facts.failure { throw failure }
      return facts.comesBack.isEmpty ? nil : facts.comesBack.removeFirst()
    }
  }

  func send(_ call: ProviderCall) async -> ProviderAnswer? {
    facts.with { facts in
      facts.sent.append(call)
      return facts.answer
    }
  }

  static let origin = "https://login.example.com"

  var platform: PlatformAuth { PlatformAuth(origins: AuthOrigins([MemoryAuth.origin]), browser: self, provider: self) }
}
