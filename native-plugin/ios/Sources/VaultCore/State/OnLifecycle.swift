/// How long the cover waits for the app's answer to a lock.
private let coverLimit: Milliseconds = 2000

/// What becomes of the app on the screen.
extension LockState {
  /// The latest settings win. Out of sight, the return would not uncover any more.
  mutating func onConfigure(_ settings: LockSettings, at now: Milliseconds) -> [StateEffect] {
    let isChanged = settings.hideScreen != self.settings.hideScreen && isOutOfSight
    self.settings = settings
    return (isChanged ? [settings.hideScreen ? .cover : .uncover] : []) + judge(at: now)
  }

  /// Locks nothing: a call, a sheet of the system or another window is before the app.
  mutating func onDeactivate() -> [StateEffect] {
    if isInactive { return [] }
    let covering = cover()
    isInactive = true
    return covering
  }

  mutating func onActivate() -> [StateEffect] {
    guard isInactive else { return [] }
    isInactive = false
    return uncover()
  }

  mutating func onPause(at now: Milliseconds) -> [StateEffect] {
    if background != nil { return [] }
    let covering = cover()
    background = Background(since: now, duringPrompt: prompt != nil)
    return covering + judge(at: now)
  }

  mutating func onResume(at now: Milliseconds) -> [StateEffect] {
    guard let background else { return [] }
    let stayed = isOver(background.since, .forever, at: now) ? .forever : now - background.since
    if let prompt { self.prompt?.away = max(prompt.away ?? 0, stayed) }
    // A prompt may have caused its own background: prompting again on return would never end.
    mayPrompt = mayPrompt || !background.duringPrompt
    self.background = nil
    return uncover()
  }

  /// Also behind an own prompt, which stays above the cover: the system may take a picture of the page at any moment.
  private mutating func cover() -> [StateEffect] {
    if isOutOfSight { return [] }
    isLeft = false
    return settings.hideScreen ? [.cover] : []
  }

  private mutating func uncover() -> [StateEffect] {
    if isOutOfSight { return [] }
    defer { isLeft = false }
    guard settings.hideScreen else { return [] }
    return [isLeft ? .uncoverWhenAcknowledged(limit: coverLimit) : .uncover]
  }
}
