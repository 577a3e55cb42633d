#if SWIFT_PACKAGE
  import VaultCore
#endif

/// What is left to do of a call that has begun. `nil`: it answers nothing.
typealias Begun = @Sendable () async throws -> JSONValue?

/// The calls of the process. BRIDGE.md §4.1.
struct ProcessCalls: Sendable {
  let vaults: LocalVaults
  let log: EventLog
  let screen: DeviceScreen
  let platform: any Platform
  let auth: AuthCalls

  /// - Returns: `nil`: no call of this name
  func begin(_ name: String, _ given: Members) throws -> Begun? {
    switch name {
    case "open":
      let vault = try vaults.open(try given.descriptor(), try given.settings())
      return { .text(vault.id) }
    case "events": return hear(after: try given.count("after"))
    case "acknowledge":
      log.acknowledge(try given.count("event"))
      return { nil }
    case "setHidesScreen":
      vaults.hideScreen(try given.flag("isHidden"))
      return { nil }
    case "hidesScreen":
      let hides = screen.hides
      return { .flag(hides) }
    default: return try device(name, given) ?? auth.begin(name, given)
    }
  }

  private func device(_ name: String, _ given: Members) throws -> Begun? {
    let (device, biometrics) = (platform.device, platform.biometrics)
    switch name {
    case "deviceFacts": return { device.facts().json }
    case "isBiometricsSupported": return { .flag(biometrics.isSupported) }
    case "isBiometricsAvailable": return { .flag(biometrics.isAvailable) }
    case "showBiometricPrompt":
      let texts = try given.texts()
      return { [vaults] in
        try await vaults.asking { try await device.prove(texts) }
        return nil
      }
    default: return nil
    }
  }

  private func hear(after number: Int64) -> Begun {
    { [log] in
      let events = try await withCheckedThrowingContinuation { answer in
        log.hear(after: number) { answer.resume(with: $0) }
      }
      return .list(events.map(\.json))
    }
  }
}
