#if SWIFT_PACKAGE
  import VaultCore
#endif

/// The calls of a sign-in. BRIDGE.md §4.1.
struct AuthCalls: Sendable {
  private let vaults: LocalVaults
  private let auth: PlatformAuth
  private let session: AuthSession

  init(vaults: LocalVaults, auth: PlatformAuth) {
    self.vaults = vaults
    self.auth = auth
    session = AuthSession(auth.browser)
  }

  /// - Returns: `nil`: no call of this name
  func begin(_ name: String, _ given: Members) throws(Rejection) -> Begun? {
    switch name {
    case "openAuthSession": return try open(given)
    case "takeAuthCallback":
      _ = try given.callback(state: try given.text("state", least: 1))
      // A sign-in ends with its process here: no address that the app is opened with can be the answer to one.
      return { .object([:]) }
    case "sendToProvider":
      let call = try given.providerCall(auth.origins)
      return { [provider = auth.provider] in await provider.send(call)?.json }
    default: return nil
    }
  }

  private func open(_ given: Members) throws(Rejection) -> Begun {
    let callback = try given.callback(state: try given.optionalText("state", least: 1))
    let isEphemeral = try given.flag("isEphemeral")
    let address = try auth.origins.address(try given.text("url"))
    let show = try session.begin(AuthPage(address: address, callback: callback, isEphemeral: isEphemeral))
    return { [vaults] in
      let answer = Guarded<String?>(nil)
      try await vaults.signingIn {
        let url = try await show()
        answer.with { $0 = url }
      }
      return .object(answer.with { $0 }.map { ["url": .text($0)] } ?? [:])
    }
  }
}

extension Members {
  fileprivate func callback(state: String?) throws(Rejection) -> AuthCallback {
    guard let callback = AuthCallback(try text("callbackUrl"), state: state) else { throw .notAMessage }
    return callback
  }

  /// - Throws: `BridgeArguments`, `PolicyNotMet`
  fileprivate func providerCall(_ origins: AuthOrigins) throws(Rejection) -> ProviderCall {
    let timeout = try count("timeout")
    guard let method = ProviderCall.Method(rawValue: try text("method")), BridgeLimit.providerTimeout.contains(timeout)
    else { throw .notAMessage }
    let headers = try headers()
    let body = try optionalText("body", most: BridgeLimit.body)
    if let body, method == .get || body.utf8.count > BridgeLimit.body { throw .notAMessage }
    return ProviderCall(
      method: method, address: try origins.address(try text("url")), headers: headers, body: body, timeout: timeout)
  }

  /// Only those that a provider needs, each once, and none that would be two.
  private func headers() throws(Rejection) -> [ProviderHeader] {
    var headers: [ProviderHeader] = []
    for header in try list("headers") {
      let header = try Members(header)
      let name = try header.text("name").lowercased()
      let value = try header.text("value")
      guard ProviderHeader.allowed.contains(name), !headers.contains(where: { $0.name == name }),
        value.utf8.allSatisfy({ (0x20...0x7e).contains($0) })
      else { throw .notAMessage }
      headers.append(ProviderHeader(name: name, value: value))
    }
    return headers
  }
}
