import VaultCore

@testable import VaultBridge

/// Time passes when a test says so.
final class MemoryTime: Clock, WakeTimer {
  private struct Alarm: Sendable {
    let id: Int
    let due: Milliseconds
    let wake: @Sendable () -> Void
  }

  private struct State {
    var now: Milliseconds = 1000
    var alarms: [Alarm] = []
    var count = 0
  }

  private let state = Guarded(State())

  func now() -> Milliseconds { state.with { $0.now } }

  func wake(in delay: Milliseconds, _ wake: @escaping @Sendable () -> Void) -> @Sendable () -> Void {
    let id = state.with { state in
      state.count += 1
      state.alarms.append(Alarm(id: state.count, due: state.now + delay, wake: wake))
      return state.count
    }
    return { [state] in state.with { $0.alarms.removeAll { $0.id == id } } }
  }

  func pass(_ delay: Milliseconds) {
    let due = state.with { state in
      state.now += delay
      let due = state.alarms.filter { $0.due <= state.now }
      state.alarms.removeAll { $0.due <= state.now }
      return due
    }
    for alarm in due { alarm.wake() }
  }
}
