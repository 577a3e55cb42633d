extension LockState {
  /// The next moment at which time alone changes something: then a `tick` is due. `nil`: none. FORMAT.md §15.6.
  public var nextDue: Milliseconds? {
    earlier(lease?.deadline, timeOfUse)
  }

  /// What is configured first: at each call this is asked for, and mostly there is neither background nor timeout.
  private var timeOfUse: Milliseconds? {
    guard isTimed, let due = earlier(timeAway, timeInUse), prompt == nil else { return nil }
    return due
  }

  private var timeAway: Milliseconds? {
    guard let background, let lockAfter = settings.lockAfter else { return nil }
    return background.since.later(by: lockAfter)
  }

  private var timeInUse: Milliseconds? {
    guard settings.hasTimeout, let use else { return nil }
    let (idleTimeout, sessionTimeout) = (settings.idleTimeout, settings.sessionTimeout)
    let idle = use.isWarned ? idleTimeout : warningAfter(idleTimeout)
    return earlier(
      idleTimeout > 0 ? use.last.later(by: idle) : nil,
      sessionTimeout > 0 ? use.since.later(by: sessionTimeout) : nil)
  }
}

private func earlier(_ one: Milliseconds?, _ other: Milliseconds?) -> Milliseconds? {
  guard let one, let other else { return one ?? other }
  return min(one, other)
}
