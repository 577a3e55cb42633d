#if SWIFT_PACKAGE
  import VaultCore
#endif

/// What the core of one vault tells: events for JavaScript, and the screen, which waits for what the app does about them.
final class VaultEvents: CoreHost {
  private struct State {
    /// The last event that tells the app to leave what it shows.
    var leaving: Int64 = 0
    /// Counts the times the screen was covered, so that only the answer to the last lock uncovers it.
    var covers = 0
    var cancelWake: @Sendable () -> Void = {}
  }

  let authenticator: any Authenticator
  private let vault: String
  private let log: EventLog
  private let screen: DeviceScreen
  private let timer: any WakeTimer
  private let dismissPrompt: @Sendable () -> Void
  private let state = Guarded(State())

  init(
    vault: String, log: EventLog, screen: DeviceScreen, timer: any WakeTimer, authenticator: any Authenticator,
    dismissPrompt: @escaping @Sendable () -> Void
  ) {
    self.vault = vault
    self.log = log
    self.screen = screen
    self.timer = timer
    self.authenticator = authenticator
    self.dismissPrompt = dismissPrompt
  }

  func onUnlocked() {
    log.add(.unlocked, of: vault)
  }

  func onLocked(saved: Bool, timeout: Bool) {
    dismissPrompt()
    tellToLeave(.locked(saved: saved, timeout: timeout))
  }

  func onErased() {
    dismissPrompt()
    tellToLeave(.configured)
  }

  func onIdle(remaining: Milliseconds) {
    log.add(.idle(remaining: remaining), of: vault)
  }

  func onActive() {
    log.add(.active, of: vault)
  }

  func onConfigured() {
    log.add(.configured, of: vault)
  }

  func wake(in delay: Milliseconds?, _ wake: @escaping @Sendable () -> Void) {
    let next: @Sendable () -> Void = if let delay { timer.wake(in: max(0, delay), wake) } else { {} }
    let former = state.with { state in
      defer { state.cancelWake = next }
      return state.cancelWake
    }
    former()
  }

  func cover() {
    state.with { $0.covers += 1 }
    screen.cover(vault)
  }

  func uncover() {
    screen.uncover(vault)
  }

  func uncoverWhenAcknowledged(limit: Milliseconds) {
    let (covers, leaving) = state.with { ($0.covers, $0.leaving) }
    let uncover: @Sendable () -> Void = { [weak self] in
      guard let self, state.with({ $0.covers == covers }) else { return }
      screen.uncover(vault)
    }
    let cancel = timer.wake(in: limit, uncover)
    log.onAcknowledged(leaving) {
      cancel()
      uncover()
    }
  }

  private func tellToLeave(_ kind: VaultEvent.Kind) {
    let number = log.add(kind, of: vault)
    state.with { $0.leaving = number }
  }
}
