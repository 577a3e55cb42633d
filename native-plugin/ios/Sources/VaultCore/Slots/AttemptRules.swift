/// Seconds to wait after so many failures; the last one holds from there on. FORMAT.md §11.2.
private let delays: [Milliseconds] = [0, 0, 0, 5, 30, 120, 600, 3600]

func delayAfter(_ attempts: Int) -> Milliseconds {
  delays[min(attempts, delays.count - 1)] * 1000
}

extension LoadedVault {
  /// Whether the vault is to be erased with the attempts counted so far.
  var isLastAttempt: Bool {
    envelope.header.wipeAtMax && anchor.attempts >= envelope.header.maxAttempts
  }
}

/// Counted under a laxer policy, they would make the next right passcode erase the vault. FORMAT.md §10.1.
func isStricter(_ after: VaultPolicy, than before: VaultPolicy) -> Bool {
  after.maxAttempts < before.maxAttempts || (after.wipeAtMax && !before.wipeAtMax)
}

func tooEarly(_ wait: Milliseconds) -> CoreError {
  CoreError(.attemptDelayed, "too early after wrong passcodes; nothing was checked", retryAfter: wait)
}

func tooMany() -> CoreError {
  CoreError(.tooManyAttempts, "the vault was erased")
}
