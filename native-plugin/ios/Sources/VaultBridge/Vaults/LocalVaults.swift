#if SWIFT_PACKAGE
  import VaultCore
#endif

/// The vaults of this process, one for each scope, and where the app is.
final class LocalVaults: Sendable {
  private struct State {
    var byScope: [Bytes: LocalVault] = [:]
    var isInBackground = false
    var isInactive = false
  }

  private let surroundings: VaultSurroundings
  private let state = Guarded(State())

  init(_ surroundings: VaultSurroundings) {
    self.surroundings = surroundings
  }

  /// The same vault for the same descriptor. The latest settings win.
  /// - Throws: `INVALID_ARGUMENT`
  func open(_ descriptor: Descriptor, _ settings: Settings) throws -> LocalVault {
    let platform = surroundings.platform
    let scope = try scopeOf(platform.aead, appId: platform.appId, descriptor)
    let (vault, isNew, place) = state.with { state in
      if let known = state.byScope[scope] { return (known, false, state) }
      let id = base64URL(platform.random.bytes(16))
      let vault = LocalVault(id: id, scope: scope, in: surroundings, settings)
      state.byScope[scope] = vault
      return (vault, true, state)
    }
    if !isNew { vault.configure(settings) }
    if isNew, place.isInactive { vault.deactivate() }
    if isNew, place.isInBackground { vault.pause() }
    return vault
  }

  /// - Throws: `BridgeVault`
  func vault(_ id: String) throws(Rejection) -> LocalVault {
    guard let vault = all.first(where: { $0.id == id }) else { throw Rejection(.bridgeVault) }
    return vault
  }

  /// Shows a prompt that unlocks nothing: how long it takes is judged when it ends, for every vault.
  func asking(_ prompt: @escaping @Sendable () async throws -> Void) async throws {
    try await LocalVaults.asking(all[...], prompt)
  }

  /// Shows a sign-in in the browser.
  func signingIn(_ prompt: @escaping @Sendable () async throws -> Void) async throws {
    let vaults = all
    for vault in vaults { vault.signsIn(true) }
    defer { for vault in vaults { vault.signsIn(false) } }
    try await LocalVaults.asking(vaults[...], prompt)
  }

  private static func asking(
    _ vaults: ArraySlice<LocalVault>, _ prompt: @escaping @Sendable () async throws -> Void
  ) async throws {
    guard let vault = vaults.first else { return try await prompt() }
    try await vault.asking { try await asking(vaults.dropFirst(), prompt) }
  }

  /// A lock that is due comes before any answer.
  func tick() {
    for vault in all { _ = vault.isUnlocked }
  }

  func hideScreen(_ isHidden: Bool) {
    surroundings.screen.hides = isHidden
    for vault in all { vault.followScreen() }
  }

  func pause() {
    state.with { $0.isInBackground = true }
    surroundings.screen.leave()
    for vault in all { vault.pause() }
  }

  func resume() {
    state.with { $0.isInBackground = false }
    for vault in all { vault.resume() }
    comeBack()
  }

  func deactivate() {
    state.with { $0.isInactive = true }
    surroundings.screen.leave()
    for vault in all { vault.deactivate() }
  }

  func activate() {
    state.with { $0.isInactive = false }
    for vault in all { vault.activate() }
    comeBack()
  }

  private func comeBack() {
    if state.with({ !$0.isInBackground && !$0.isInactive }) { surroundings.screen.comeBack() }
  }

  private var all: [LocalVault] { state.with { Array($0.byScope.values) } }
}
