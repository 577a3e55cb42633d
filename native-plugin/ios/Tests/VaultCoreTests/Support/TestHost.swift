@testable import VaultCore

/// Notes what it is told.
final class TestHost: CoreHost {
  struct Timer: Sendable {
    var delay: Milliseconds?
    var wake: @Sendable () -> Void = {}
  }

  let authenticator: any Authenticator
  private let noted = Guarded<[String]>([])
  private let armed = Guarded(Timer())
  /// What the app does when it is told something.
  let reaction = Guarded<(@Sendable (String) -> Void)?>(nil)

  init(_ authenticator: any Authenticator) {
    self.authenticator = authenticator
  }

  var events: [String] { noted.with { $0 } }

  var timer: Timer { armed.with { $0 } }

  /// The time that the timer was set to is over, or somebody thinks so.
  func fire() {
    let wake = armed.with { timer in
      timer.delay = nil
      return timer.wake
    }
    wake()
  }

  func onUnlocked() { note("unlocked") }
  func onLocked(saved: Bool, timeout: Bool) { note("locked saved=\(saved) timeout=\(timeout)") }
  func onErased() { note("erased") }
  func onIdle(remaining: Milliseconds) { note("idle \(remaining)") }
  func onActive() { note("active") }
  func wake(in delay: Milliseconds?, _ wake: @escaping @Sendable () -> Void) {
    armed.with { $0 = Timer(delay: delay, wake: wake) }
  }
  func cover() { note("cover") }
  func uncover() { note("uncover") }
  func uncoverWhenAcknowledged(limit: Milliseconds) { note("uncoverWhenAcknowledged \(limit)") }

  private func note(_ event: String) {
    noted.with { $0.append(event) }
    reaction.with { $0 }?(event)
  }
}

/// Enters one passcode after the other; an empty one, or none, is giving up.
final class ScriptedAuthenticator: Authenticator {
  private let passcodes: Guarded<[String]>
  private let refusals = Guarded<[CoreErrorCode]>([])

  init(_ passcodes: [String]) {
    self.passcodes = Guarded(passcodes)
  }

  /// What was told in the prompt.
  var told: [CoreErrorCode] { refusals.with { $0 } }

  func enterPasscode(submit: @escaping @Sendable (TypedPasscode) async throws -> CoreError?) async throws -> Bool {
    while let passcode = passcodes.with({ $0.isEmpty ? nil : $0.removeFirst() }), !passcode.isEmpty {
      guard let refusal = try await submit(typed(passcode)) else { return true }
      refusals.with { $0.append(refusal.code) }
    }
    return false
  }
}
