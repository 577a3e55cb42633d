extension LockState {
  /// What is due at this moment: comes before any answer.
  mutating func judge(at now: Milliseconds) -> [StateEffect] {
    rememberSetBack(at: now)
    let expired = expireLease(at: now)
    // Nearly always there is none: to join two lists without anything takes longer than to judge.
    let timed = isLockDue(at: now) ? lock(at: now, timeout: true) : warnIdle(at: now)
    return expired.isEmpty ? timed : expired + timed
  }

  /// A prompt keeps the lock waiting, and the clock may have caught up when it ends.
  private mutating func rememberSetBack(at now: Milliseconds) {
    if let since = background?.since, isOver(since, .forever, at: now) { background?.since = .setBack }
    rememberUseSetBack(at: now)
  }

  /// Forgets the key, except what an open lease still needs.
  mutating func lock(at now: Milliseconds, timeout: Bool) -> [StateEffect] {
    switch phase {
    case .unlocking:
      epoch += 1
      phase = .locked
      return reject(.locked)
    case .locked, .absent:
      // A slot that is being opened without a prompt comes too late now.
      epoch += 1
      return []
    case .unlocked where custody == .open:
      // A vault that anyone can open again has nothing a lock would protect.
      return [.dropKey]
    case .unlocked:
      return close(at: now, timeout: timeout)
    }
  }

  private mutating func close(at now: Milliseconds, timeout: Bool) -> [StateEffect] {
    let saved = custody == .stored
    epoch += 1
    phase = saved ? .locked : .absent
    custody = .stored
    use = nil
    leave()
    if saved { lease?.deadline = now.later(by: Limit.lease) } else { lease = nil }
    return (lease == nil ? [.dropKey] : []) + [.notifyLocked(saved: saved, timeout: timeout)]
  }

  /// The vault is gone, and with it every claim on it.
  mutating func forget(_ code: CoreErrorCode, _ effects: StateEffect...) -> [StateEffect] {
    epoch += 1
    phase = .absent
    custody = .stored
    lease = nil
    use = nil
    leave()
    return [.dropKey] + effects + reject(code) + [.notifyErased]
  }

  /// Whether nobody is to see the page now.
  var isOutOfSight: Bool { background != nil || isInactive }

  /// Whoever comes back must not see the page that the app was told to leave.
  private mutating func leave() {
    isLeft = isLeft || isOutOfSight
  }

  mutating func reject(_ code: CoreErrorCode) -> [StateEffect] {
    defer { callers = [] }
    return callers.isEmpty ? [] : [.reject(callers: callers, code)]
  }

  /// Whether time may lock it at all. Asked several times for each call: `==` would compare the names of the cases.
  var isTimed: Bool {
    switch (phase, custody) {
    case (.unlocked, .stored), (.unlocked, .memory): true
    case (.unlocked, .open), (.absent, _), (.locked, _), (.unlocking, _): false
    }
  }

  private func isLockDue(at now: Milliseconds) -> Bool {
    isTimed && (isAwayOver(at: now) || isUseOver(at: now)) && prompt == nil
  }

  func isAwayOver(at now: Milliseconds) -> Bool {
    guard let background, let lockAfter = settings.lockAfter else { return false }
    return isOver(background.since, lockAfter, at: now)
  }

  /// Asked at each call: `lease != nil` would count the references that it has.
  var hasLease: Bool {
    if case .some = lease { true } else { false }
  }

  private mutating func expireLease(at now: Milliseconds) -> [StateEffect] {
    guard hasLease, let deadline = lease?.deadline, isOver(deadline - Limit.lease, Limit.lease, at: now)
    else { return [] }
    lease = nil
    return [.dropKey]
  }
}
