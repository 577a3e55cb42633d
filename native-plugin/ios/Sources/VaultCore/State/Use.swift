/// How long before the idle lock the app is warned, at most; never more than half of the time.
private let longestWarning: Milliseconds = 30_000

extension Milliseconds {
  /// Before every moment, as long ago as can be: since the clock went backwards nobody knows how long something lasts.
  static let setBack = Milliseconds.min
  static let forever = Milliseconds.max

  /// Never past the last moment there is: who configures "for ever" must not stop the process.
  /// Nothing is later than a moment that nobody knows any more.
  func later(by time: Milliseconds) -> Milliseconds {
    if self == .setBack { return .setBack }
    let (moment, isTooLate) = addingReportingOverflow(time)
    return isTooLate ? .forever : moment
  }

  /// How long it is until this moment: never less than nothing, and at most for ever.
  func left(from now: Milliseconds) -> Milliseconds {
    guard self > now else { return 0 }
    let (time, isTooLong) = subtractingReportingOverflow(now)
    return isTooLong ? .forever : time
  }
}

/// A clock that went backwards counts as over.
func isOver(_ since: Milliseconds, _ limit: Milliseconds, at now: Milliseconds) -> Bool {
  guard since != .setBack, now >= since else { return true }
  let (time, isTooLong) = now.subtractingReportingOverflow(since)
  return isTooLong || time >= limit
}

/// When the app is to be warned, counted from the last use.
func warningAfter(_ idleTimeout: Milliseconds) -> Milliseconds {
  idleTimeout - min(longestWarning, idleTimeout / 2)
}

extension LockState {
  /// Unlocked for too long, or with nobody there for too long.
  func isUseOver(at now: Milliseconds) -> Bool {
    guard settings.hasTimeout, let use else { return false }
    let isIdle = settings.idleTimeout > 0 && isOver(use.last, settings.idleTimeout, at: now)
    return isIdle || (settings.sessionTimeout > 0 && isOver(use.since, settings.sessionTimeout, at: now))
  }

  /// Tells the app, once, that the idle lock is near.
  mutating func warnIdle(at now: Milliseconds) -> [StateEffect] {
    let idleTimeout = settings.idleTimeout
    guard idleTimeout > 0, isTimed, prompt == nil, let use, !use.isWarned else { return [] }
    guard isOver(use.last, warningAfter(idleTimeout), at: now) else { return [] }
    self.use?.isWarned = true
    return [.notifyIdle(remaining: use.last.later(by: idleTimeout).left(from: now))]
  }

  /// Somebody is there.
  mutating func onActivity(at now: Milliseconds) -> [StateEffect] {
    guard let wasWarned = use?.isWarned else { return [] }
    use?.last = now
    use?.isWarned = false
    return wasWarned ? [.notifyActive] : []
  }

  /// A prompt keeps the lock waiting, and the clock may have caught up when it ends.
  mutating func rememberUseSetBack(at now: Milliseconds) {
    guard let use else { return }
    if isOver(use.since, .forever, at: now) { self.use?.since = .setBack }
    if isOver(use.last, .forever, at: now) { self.use?.last = .setBack }
  }
}
