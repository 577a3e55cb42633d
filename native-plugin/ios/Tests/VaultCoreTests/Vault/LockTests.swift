import Testing

@testable import VaultCore

/// A lock whose time is told by nobody but itself.
private struct LockedRoom {
  let device = Device()
  let host = TestHost(ScriptedAuthenticator([]))
  let keeper = TestKeeper()
  let lock: Lock

  init(_ settings: LockSettings) {
    lock = Lock(clock: DeviceClock(device: device), host: host, keeper: keeper, settings: settings)
    lock.dispatch(.created(.stored))
  }

  /// The timer fires: then, or already after this time.
  func pass(_ time: Milliseconds? = nil) {
    device.pass(time ?? host.timer.delay ?? 0)
    host.fire()
  }
}

struct LockTests {
  @Test func theKeyThatALeaseKeepsAfterALockGoesByItself() throws {
    let room = LockedRoom(LockSettings(lockAfter: nil, hideScreen: false))
    try room.lock.lease(.leaseBegin(id: "l", names: [.session]))
    room.lock.dispatch(.lock)
    #expect(room.host.timer.delay == 10_000)
    #expect(room.keeper.done == [])
    room.pass()
    #expect(room.host.timer.delay == nil)
    #expect(room.keeper.done == ["dropKey"])
    #expect(room.host.events == ["locked saved=true timeout=false"])
  }

  @Test func asLongAsThereIsALeaseItIsNotForgottenAndThenItIs() throws {
    let room = LockedRoom(LockSettings(lockAfter: nil, hideScreen: false))
    try room.lock.lease(.leaseBegin(id: "l", names: [.session]))
    let before = room.keeper.forgotten
    room.lock.dispatch(.lock)
    room.lock.begin()
    #expect(room.keeper.forgotten == before)
    room.lock.dispatch(.leaseEnd(id: "l"))
    #expect(room.keeper.forgotten == before + 1)
  }

  @Test func whatWasOpenedTooLateIsLetGo() {
    let room = LockedRoom(LockSettings(lockAfter: nil, hideScreen: false))
    room.lock.dispatch(.opened(epoch: 0))
    #expect(room.keeper.done == ["dropOpened"])
  }

  @Test func locksInTheBackgroundByItselfAndWaitsForNothingInTheForeground() {
    let room = LockedRoom(LockSettings(lockAfter: 5000, hideScreen: false))
    #expect(room.host.timer.delay == nil)
    room.lock.dispatch(.pause)
    #expect(room.host.timer.delay == 5000)
    room.lock.dispatch(.resume)
    #expect(room.host.timer.delay == nil)
    room.lock.dispatch(.pause)
    room.pass()
    #expect(room.keeper.done == ["dropKey"])
    #expect(room.host.events == ["locked saved=true timeout=true"])
  }

  @Test func warnsOfTheIdleLockAndThenLocksByItself() {
    let room = LockedRoom(LockSettings(lockAfter: nil, hideScreen: false, idleTimeout: 100_000))
    #expect(room.host.timer.delay == 70_000)
    room.pass()
    #expect(room.host.timer.delay == 30_000)
    #expect(room.host.events == ["idle 30000"])
    room.lock.dispatch(.activity)
    #expect(room.host.events == ["idle 30000", "active"])
    room.pass()
    room.pass()
    #expect(room.host.timer.delay == nil)
    #expect(room.host.events.last == "locked saved=true timeout=true")
  }

  @Test func aTimerThatFiresTooEarlyIsSetAgain() {
    let room = LockedRoom(LockSettings(lockAfter: 5000, hideScreen: false))
    room.lock.dispatch(.pause)
    room.pass(2000)
    #expect(room.host.timer.delay == 3000)
    #expect(room.host.events == [])
  }

  @Test func answersALeaseItself() throws {
    let room = LockedRoom(LockSettings(lockAfter: nil, hideScreen: false))
    func code(_ happening: Happening) -> CoreErrorCode? {
      do {
        try room.lock.lease(happening)
        return nil
      } catch {
        return CoreErrorCode(of: error)
      }
    }
    #expect(code(.leaseBegin(id: "1", names: [.session])) == nil)
    #expect(code(.leaseBegin(id: "2", names: [.session])) == .conflict)
    #expect(code(.leaseWrite(id: "2", names: [.session], unchanged: true)) == .locked)
    #expect(code(.leaseWrite(id: "1", names: [.session], unchanged: true)) == nil)
    #expect(code(.leaseWrite(id: "1", names: [.session], unchanged: true)) == .locked)
  }

  @Test func coversAndLetsTheAppLeaveThePageFirst() {
    let room = LockedRoom(LockSettings(lockAfter: 0, hideScreen: true))
    room.lock.dispatch(.pause)
    room.lock.dispatch(.resume)
    #expect(room.host.events == ["cover", "locked saved=true timeout=true", "uncoverWhenAcknowledged 2000"])
  }

  @Test func whatAHostCallsBackIsDecidedAtOnceAndPerformedAfterwards() {
    let room = LockedRoom(LockSettings(lockAfter: 0, hideScreen: true))
    let seen = Guarded<[Phase]>([])
    room.host.reaction.with {
      $0 = { event in
        if event.hasPrefix("locked") {
          room.lock.dispatch(.erased)
          seen.with { $0.append(room.lock.state.phase) }
        }
      }
    }
    room.lock.dispatch(.pause)
    // It holds the room, which holds it.
    room.host.reaction.with { $0 = nil }
    #expect(seen.with { $0 } == [.absent])
    #expect(room.host.events == ["cover", "locked saved=true timeout=true", "erased"])
    #expect(room.keeper.done == ["dropKey", "dropKey"])
  }

  @Test func anOwnPromptIsJudgedWhenItEnds() async {
    let room = LockedRoom(LockSettings(lockAfter: 5000, hideScreen: false))
    await room.lock.asking {
      room.lock.dispatch(.pause)
      room.device.pass(5000)
      room.lock.dispatch(.resume)
      #expect(room.lock.state.phase == .unlocked)
      // A second one is none: the first one ends once.
      await room.lock.asking {}
      #expect(room.lock.state.phase == .unlocked)
    }
    #expect(room.lock.state.phase == .locked)
  }

  @Test func anUnlockedVaultIsUnlockedAtOnce() async throws {
    let room = LockedRoom(LockSettings(lockAfter: nil, hideScreen: false))
    try await room.lock.unlock(automatic: false, since: room.lock.begin()) { #expect($0 == .unlocked) }
    #expect(room.keeper.done == [])
  }

  /// What is made in the background after that counts as away for too long.
  @Test(arguments: [0, 5000, .max] as [Milliseconds]) func aClockThatWasSetBackIsDueAtOnce(lockAfter: Milliseconds) {
    let room = LockedRoom(LockSettings(lockAfter: lockAfter, hideScreen: false))
    room.lock.dispatch(.lock)
    room.lock.dispatch(.pause)
    room.device.pass(-500_000)
    room.lock.dispatch(.created(.stored))
    #expect(room.host.timer.delay == 0)
    room.pass()
    #expect(room.lock.state.phase == .locked)
    #expect(room.host.events.last == "locked saved=true timeout=true")
    #expect(room.host.timer.delay == nil)
  }
}
