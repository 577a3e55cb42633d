extension CoreHost {
  /// What of the effects is the host's alone.
  func perform(_ effect: StateEffect) {
    switch effect {
    case .notifyUnlocked: onUnlocked()
    case .notifyLocked(let saved, let timeout): onLocked(saved: saved, timeout: timeout)
    case .notifyErased: onErased()
    case .notifyIdle(let remaining): onIdle(remaining: remaining)
    case .notifyActive: onActive()
    case .cover: cover()
    case .uncover: uncover()
    case .uncoverWhenAcknowledged(let limit): uncoverWhenAcknowledged(limit: limit)
    default: break
    }
  }
}
