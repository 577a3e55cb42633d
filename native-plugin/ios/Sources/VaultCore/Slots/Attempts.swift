/// Counts an attempt before it is made, durably: whatever happens next, it is spent.
///
/// - Throws: `ATTEMPT_DELAYED`, `TOO_MANY_ATTEMPTS`: nothing is spent. `CONFLICT`
func spendAttempt(_ ports: CorePorts, _ vault: LoadedVault) throws -> LoadedVault {
  if vault.isLastAttempt {
    try eraseVault(ports, vault.anchor.scope)
    throw tooMany()
  }
  try assertDelayOver(ports, vault)
  return try writeAnchor(ports, vault) { anchor in
    anchor.attempts = min(anchor.attempts + 1, Limit.attempts)
    anchor.pending = true
  }
}

/// - Throws: `TOO_MANY_ATTEMPTS` when that was the last one
func failAttempt(_ ports: CorePorts, _ spent: LoadedVault) throws -> LoadedVault {
  // One write for both: killed between two, the vault would live on with all its attempts used up.
  let erasing = spent.isLastAttempt
  let now = ports.clock.now()
  let failed = try writeAnchor(ports, spent) { anchor in
    anchor.pending = false
    anchor.delayStart = now
    anchor.erasing = erasing
  }
  if !erasing { return failed }
  try eraseVault(ports, failed.anchor.scope)
  throw tooMany()
}

func passAttempt(_ ports: CorePorts, _ spent: LoadedVault) throws -> LoadedVault {
  try writeAnchor(ports, spent) { $0.resetAttempts() }
}

/// For an attempt that gave no answer: nobody learnt anything from it.
func refundAttempt(_ ports: CorePorts, _ spent: LoadedVault, before: LoadedVault) throws {
  _ = try writeAnchor(ports, spent) { anchor in
    anchor.attempts = before.anchor.attempts
    anchor.pending = false
    anchor.delayStart = before.anchor.delayStart
  }
}

private func assertDelayOver(_ ports: CorePorts, _ vault: LoadedVault) throws {
  let delay = delayAfter(vault.anchor.attempts)
  if delay == 0 { return }
  let now = ports.clock.now()
  let elapsed = now - vault.anchor.delayStart
  if elapsed >= delay { return }
  if elapsed >= 0 { throw tooEarly(delay - elapsed) }
  // A restart set the clock back; how much of the delay is over can't be known.
  _ = try writeAnchor(ports, vault) { $0.delayStart = now }
  throw tooEarly(delay)
}
