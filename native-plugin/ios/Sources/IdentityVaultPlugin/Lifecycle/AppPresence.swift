import UIKit

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// Whether a person can answer a prompt: the app is in use, and the device is unlocked.
final class AppPresence: Sendable {
  private struct State {
    var isActive: Bool
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  let protectedData: ProtectedData
  private let state: Guarded<State>

  @MainActor init(_ protectedData: ProtectedData) {
    self.protectedData = protectedData
    state = Guarded(State(isActive: UIApplication.shared.applicationState == .active))
    let center = NotificationCenter.default
    _ = center.addObserver(forName: UIApplication.didBecomeActiveNotification, object: nil, queue: nil) {
      [weak self] _ in
      self?.becomeActive()
    }
    _ = center.addObserver(forName: UIApplication.willResignActiveNotification, object: nil, queue: nil) {
      [weak self] _ in
      self?.state.with { $0.isActive = false }
    }
  }

  /// Waits until the app is in use again, or nobody wants to wait any more.
  func isBackInUse() async -> Bool {
    await withCheckedContinuation { waiter in
      let isActive = state.with { state in
        if !state.isActive { state.waiting.append(waiter) }
        return state.isActive
      }
      if isActive { waiter.resume() }
    }
    return state.with { $0.isActive } && protectedData.isAvailable
  }

  /// Whoever waits finds out why.
  func stopWaiting() {
    resume()
  }

  private func becomeActive() {
    state.with { $0.isActive = true }
    resume()
  }

  private func resume() {
    let waiting = state.with { state in
      defer { state.waiting = [] }
      return state.waiting
    }
    for waiter in waiting { waiter.resume() }
  }
}
