extension LockState {
  /// The next moment at which time alone changes something: then a `tick` is due. `nil`: none. FORMAT.md §15.6.
  public var nextDue: Milliseconds? {
    ([lease?.deadline] + timesOfUse).compactMap { $0 }.min()
  }

  private var timesOfUse: [Milliseconds?] {
    guard isTimed, prompt == nil else { return [] }
    let (idleTimeout, sessionTimeout) = (settings.idleTimeout, settings.sessionTimeout)
    let idle = use?.isWarned == true ? idleTimeout : warningAfter(idleTimeout)
    return [
      settings.lockAfter.flatMap { background?.since.later(by: $0) },
      idleTimeout > 0 ? use?.last.later(by: idle) : nil,
      sessionTimeout > 0 ? use?.since.later(by: sessionTimeout) : nil,
    ]
  }
}
