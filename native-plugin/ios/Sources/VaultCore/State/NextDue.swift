extension LockState {
  /// The next moment at which time alone changes something: then a `tick` is due. `nil`: none. FORMAT.md §15.6.
  public var nextDue: Milliseconds? {
    earlier(lease?.deadline, timeOfUse)
  }

  private var timeOfUse: Milliseconds? {
    guard isTimed, prompt == nil else { return nil }
    let (idleTimeout, sessionTimeout) = (settings.idleTimeout, settings.sessionTimeout)
    let idle = use?.isWarned == true ? idleTimeout : warningAfter(idleTimeout)
    let ofUse = earlier(
      idleTimeout > 0 ? use?.last.later(by: idle) : nil,
      sessionTimeout > 0 ? use?.since.later(by: sessionTimeout) : nil)
    return earlier(settings.lockAfter.flatMap { background?.since.later(by: $0) }, ofUse)
  }
}

private func earlier(_ one: Milliseconds?, _ other: Milliseconds?) -> Milliseconds? {
  guard let one, let other else { return one ?? other }
  return min(one, other)
}
