extension LockState {
  /// The vault's lock as a function of its state and an event: what changes, and what is to be done about it.
  /// FORMAT.md §13 to §15; `vectors/state-machine.json` has traces that every implementation runs.
  public mutating func reduce(_ happening: Happening, at now: Milliseconds) -> [StateEffect] {
    let due = judge(at: now)
    let decided = apply(happening, at: now)
    return due.isEmpty ? decided : due + decided
  }

  private mutating func apply(_ happening: Happening, at now: Milliseconds) -> [StateEffect] {
    switch happening {
    case .tick: []
    case .found(let vault): onFound(vault, at: now)
    case .created(let custody): onCreated(custody, at: now)
    case .erased: forget(.notFound)
    case .damaged(let code): onDamaged(code, at: now)
    case .activity: onActivity(at: now)
    case .configure(let settings): onConfigure(settings, at: now)
    case .deactivate: onDeactivate()
    case .activate: onActivate()
    case .pause: onPause(at: now)
    case .resume: onResume(at: now)
    case .lock: lock(at: now, timeout: false)
    case .unlock(let caller, let automatic): onUnlock(caller, automatic: automatic)
    case .opened(let epoch): onOpened(epoch, at: now)
    case .promptBegin: onPromptBegin()
    case .promptEnd(let end): onPromptEnd(end, at: now)
    case .leaseBegin(let id, let names): onLeaseBegin(id, names)
    case .leaseWrite(let id, let names, let unchanged): onLeaseWrite(id, names, unchanged: unchanged)
    case .leaseEnd(let id): onLeaseEnd(id)
    }
  }

  /// What a process did itself is newer; but whether a vault locks at all may have been changed by another one.
  private mutating func onFound(_ vault: FoundVault, at now: Milliseconds) -> [StateEffect] {
    switch (vault, phase) {
    case (.open, .absent), (.open, .locked):
      phase = .unlocked
      custody = .open
    case (.stored, .absent):
      phase = .locked
      custody = .stored
    case (.stored, .unlocked) where custody == .open:
      custody = .stored
      return lock(at: now, timeout: false)
    default:
      break
    }
    return []
  }

  /// What was begun for the vault that is replaced is not answered by the new one.
  private mutating func onCreated(_ custody: Custody, at now: Milliseconds) -> [StateEffect] {
    phase = .unlocked
    self.custody = custody
    lease = nil
    mayPrompt = true
    epoch += 1
    use = Use(from: now)
    return reject(.locked)
  }

  private mutating func onDamaged(_ code: CoreErrorCode, at now: Milliseconds) -> [StateEffect] {
    // Not being able to look now says nothing about what is stored.
    if phase == .absent || custody == .memory || !code.isDamage { return [] }
    if code == .notFound || code == .tooManyAttempts { return forget(code) }
    let hadLease = lease != nil
    lease = nil
    if phase == .unlocked {
      custody = .stored
      return lock(at: now, timeout: false)
    }
    phase = .locked
    epoch += 1
    use = nil
    return (hadLease ? [.dropKey] : []) + reject(code)
  }
}
