extension LockState {
  mutating func onUnlock(_ caller: String, automatic: Bool) -> [StateEffect] {
    switch phase {
    case .absent:
      return [.reject(callers: [caller], .notFound)]
    case .unlocked:
      return [.resolve(callers: [caller])]
    case .unlocking:
      callers.append(caller)
      return []
    case .locked:
      // Another prompt is on the screen, whose result is discarded: there is never a second one.
      let isRefused = prompt != nil || (automatic && !mayPrompt)
      if isRefused { return [.reject(callers: [caller], .locked)] }
      phase = .unlocking
      prompt = Prompt(authenticates: true, epoch: epoch)
      callers = [caller]
      return [.showPrompt]
    }
  }

  /// A lock that came meanwhile wins: what was opened is dropped.
  mutating func onOpened(_ epoch: Int, at now: Milliseconds) -> [StateEffect] {
    let isLate = epoch != self.epoch || phase == .absent || phase == .unlocked
    return isLate ? [.dropOpened] : unlocked(at: now)
  }

  mutating func onPromptBegin() -> [StateEffect] {
    if prompt == nil { prompt = Prompt(authenticates: false, epoch: epoch) }
    return []
  }

  /// FORMAT.md §15.4.
  mutating func onPromptEnd(_ end: PromptEnd, at now: Milliseconds) -> [StateEffect] {
    guard let prompt else { return [] }
    self.prompt = nil
    if prompt.authenticates && end.outcome == .refused(.userCanceled) { mayPrompt = false }
    let isVoid = prompt.epoch != epoch
    if !isVoid && prompt.authenticates && end.outcome == .ok { return onPresent(at: now) }
    let answered = isVoid ? onVoidEnd(end) : phase == .unlocking ? onFailure(end) : []
    if isAwayTooLong(prompt, at: now) { return answered + lock(at: now, timeout: true) }
    return answered + (!isVoid && end.outcome == .done ? onActivity(at: now) : warnIdle(at: now))
  }

  /// Somebody was there at this moment.
  private mutating func onPresent(at now: Milliseconds) -> [StateEffect] {
    background?.since = now
    return phase == .unlocking ? unlocked(at: now) : [.dropOpened]
  }

  /// Nobody waits for it any more. That it erased the vault was told when it did, as `damaged`.
  private func onVoidEnd(_ end: PromptEnd) -> [StateEffect] {
    end.outcome == .ok ? [.dropOpened] : []
  }

  private mutating func unlocked(at now: Milliseconds) -> [StateEffect] {
    defer { callers = [] }
    phase = .unlocked
    use = Use(from: now)
    lease?.deadline = nil
    mayPrompt = true
    return [.keepOpened, .notifyUnlocked] + (callers.isEmpty ? [] : [.resolve(callers: callers)])
  }

  private mutating func onFailure(_ end: PromptEnd) -> [StateEffect] {
    let code = if case .refused(let code) = end.outcome { code } else { CoreErrorCode.locked }
    if code == .tooManyAttempts { return forget(code) }
    let isWiped = (code == .keyInvalidated && end.enrolment == .wipe) || (code == .lockedOut && end.erases)
    if isWiped { return forget(code, .erase) }
    phase = .locked
    return (code == .keyInvalidated ? [.markSlotDead] : []) + reject(code)
  }

  private func isAwayTooLong(_ prompt: Prompt, at now: Milliseconds) -> Bool {
    guard isTimed else { return false }
    if let away = prompt.away, let lockAfter = settings.lockAfter, away >= lockAfter { return true }
    return isAwayOver(at: now) || isUseOver(at: now)
  }
}
