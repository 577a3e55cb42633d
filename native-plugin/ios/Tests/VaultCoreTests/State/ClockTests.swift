import Testing

@testable import VaultCore

/// What no vector has: readings at the ends of what a number can be, and a clock that went backwards.
struct ClockTests {
  /// What a process that has just started comes to by these events.
  private func after(_ events: (Happening, Milliseconds)..., settings: LockSettings? = nil) -> LockState {
    var state = LockState(settings ?? LockSettings(lockAfter: 5000, hideScreen: false))
    for (happening, now) in events { _ = state.reduce(happening, at: now) }
    return state
  }

  private let created = (Happening.created(.stored), Milliseconds(1000))

  @Test func aTimeThatIsNoNumberIsOver() {
    #expect(isOver(-2, 5000, at: .max))
    #expect(isOver(.min + 1, .max, at: .max))
  }

  @Test(arguments: [(1000, 999), (.max, 1001), (0, .max)] as [(Milliseconds, Milliseconds)])
  func theTimeToLockIsOver(pause: Milliseconds, now: Milliseconds) {
    #expect(after(created, (.pause, pause), (.tick, now)).phase == .locked)
  }

  @Test(arguments: [(1000, 999), (.max, 1001), (1000, .max)] as [(Milliseconds, Milliseconds)])
  func aLeaseIsOver(lock: Milliseconds, now: Milliseconds) {
    let lease = (Happening.leaseBegin(id: "l", names: [.session]), Milliseconds(1000))
    #expect(after(created, lease, (.lock, lock), (.tick, now)).lease == nil)
  }

  @Test(arguments: [(1000, 999), (.max, 1001), (1000, .max)] as [(Milliseconds, Milliseconds)])
  func whoWasAwayDuringAPromptWasAwayTooLong(pause: Milliseconds, now: Milliseconds) {
    let prompt = (Happening.promptBegin, Milliseconds(1000))
    let end = (Happening.promptEnd(PromptEnd(.done)), Milliseconds(1001))
    #expect(after(created, prompt, (.pause, pause), (.resume, now), end).phase == .locked)
  }

  @Test func aTimeForEverStopsNothing() {
    let forever = LockSettings(
      lockAfter: .max, hideScreen: false, idleTimeout: .max, sessionTimeout: .max)
    let state = after(created, (.pause, 2000), (.tick, 1 << 50), settings: forever)
    #expect(state.phase == .unlocked)
    #expect(state.nextDue.map { $0 > 1 << 50 } == true)
  }

  @Test func aWarningDoesNotOverflow() {
    let settings = LockSettings(lockAfter: nil, hideScreen: false, idleTimeout: .max)
    var state = after(created, settings: settings)
    #expect(state.reduce(.tick, at: .max - 20_000) == [.notifyIdle(remaining: 20_000)])
  }

  @Test func howLongIsLeftIsNeverLessThanNothingNorMoreThanForEver() {
    let rows: [(moment: Milliseconds, now: Milliseconds, left: Milliseconds)] = [
      (1000, 400, 600), (1000, 1000, 0), (1000, 1001, 0), (.setBack, 0, 0), (.setBack, .max, 0), (.setBack, .min, 0),
      (.max, 0, .max), (.max, -1, .max), (.max, .min, .max), (.max, 1, .max - 1),
    ]
    for row in rows { #expect(row.moment.left(from: row.now) == row.left) }
    #expect(Milliseconds.setBack.later(by: 5000) == .setBack)
    #expect(Milliseconds.setBack.later(by: .max) == .setBack)
  }
}
