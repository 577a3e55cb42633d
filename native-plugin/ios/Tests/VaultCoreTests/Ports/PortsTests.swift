import Testing

@testable import VaultCore

private struct Careless: Error, CustomStringConvertible {
  let description = "the passcode was 1234"
}

private struct QuietHost: CoreHost {
  let authenticator: any Authenticator = ScriptedAuthenticator([])

  func onUnlocked() {}
  func onLocked(saved: Bool, timeout: Bool) {}
  func onErased() {}
  func wake(in delay: Milliseconds?, _ wake: @escaping @Sendable () -> Void) {}
  func cover() {}
  func uncover() {}
  func uncoverWhenAcknowledged(limit: Milliseconds) {}
}

struct PortsTests {
  @Test func anErrorSaysItsCodeAndNotWhatThePlatformSaid() {
    let error = CoreError(.keyMissing, "no such key", cause: Careless())
    #expect("\(error)" == "KEY_MISSING: no such key")
    #expect(!String(reflecting: error).contains("1234"))
  }

  @Test func onlyWhatIsStoredCanBeDamaged() {
    let harmless = CoreErrorCode.allCases.filter { !$0.isDamage }
    #expect(harmless == [.temporarilyUnavailable, .conflict])
    #expect(CoreErrorCode(of: Crash()) == nil)
  }

  @Test func aSecretIsNotDescribed() {
    let secret = SecretBytes(copying: [49, 50, 51, 52])
    for text in ["\(secret)", String(reflecting: secret), String(describing: typed("1234"))] {
      #expect(!text.contains("1234") && !text.contains("49"))
    }
    #expect(secret.customMirror.children.isEmpty)
  }

  @Test func anEntryMayBeEmpty() {
    #expect(typed("").isEmpty)
    #expect(!typed("1").isEmpty)
  }

  @Test func aHostNeedNotWarnOfTheIdleLock() async throws {
    let device = Device()
    let settings = LockSettings(lockAfter: nil, hideScreen: false, idleTimeout: 60_000)
    let core = CoreVault(
      TestProcess(device).ports, host: QuietHost(), settings: CoreSettings(scope: testScope, lock: settings))
    try await core.create(try newVault("1234"))
    device.pass(30_000)
    core.noticeActivity()
    device.pass(59_999)
    #expect(core.state.phase == .unlocked)
  }
}
