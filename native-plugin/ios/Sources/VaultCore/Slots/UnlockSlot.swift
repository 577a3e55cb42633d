/// What a prompt gave for a slot as it was then.
struct AskedSecret: Sendable {
  let of: SlotHead
  let bytes: SecretBytes
}

struct UnlockRequest: Sendable {
  let kind: Kind
  /// As typed; only for appPasscode.
  var passcode: TypedPasscode?
  /// Only for slots with a KEM.
  var secret: AskedSecret?
}

struct SlotUnlock: Sendable {
  let vault: LoadedVault
  let opened: OpenedSlot
  let values: Values
}

/// What may be tried now. For a passcode, the attempt is counted already.
struct BegunUnlock: Sendable {
  struct Attempt: Sendable {
    let passcode: SecretBytes
    let spent: LoadedVault
  }

  /// As it was before the attempt.
  let vault: LoadedVault
  let slot: Slot
  let secret: AskedSecret?
  let attempt: Attempt?
}

/// FORMAT.md §11.1.
///
/// - Throws: in that order
func unlockSlot(_ ports: CorePorts, _ vault: LoadedVault, _ request: UnlockRequest) async throws -> SlotUnlock {
  try await finishUnlock(ports, try beginUnlock(ports, vault, request))
}

/// Steps 2 and 3 of FORMAT.md §11.1.
///
/// - Throws: in that order; `CONFLICT`: nothing was spent, start over
func beginUnlock(_ ports: CorePorts, _ vault: LoadedVault, _ request: UnlockRequest) throws -> BegunUnlock {
  let slot = try findSlot(vault.envelope, request.kind)
  if vault.anchor.deadSlots.contains(slot.head.slotId) {
    throw CoreError(.keyInvalidated, "the system destroyed the key of this slot")
  }
  let attempt = request.kind == .appPasscode ? try beginAttempt(ports, vault, slot, request.passcode) : nil
  return BegunUnlock(vault: vault, slot: slot, secret: request.secret, attempt: attempt)
}

/// Steps 4 to 7 of FORMAT.md §11.1.
///
/// - Throws: in that order
func finishUnlock(_ ports: CorePorts, _ begun: BegunUnlock) async throws -> SlotUnlock {
  let opened: OpenedSlot
  let after: LoadedVault
  if let attempt = begun.attempt {
    opened = try await tryPasscode(ports, begun, attempt)
    after = try passAttempt(ports, attempt.spent)
  } else {
    opened = try await openAsked(ports, begun)
    after = begun.vault
  }
  return SlotUnlock(vault: after, opened: opened, values: try openPayload(ports.aead, after.envelope, opened.dek))
}

private func openAsked(_ ports: CorePorts, _ begun: BegunUnlock) async throws -> OpenedSlot {
  let envelope = begun.vault.envelope
  // The slot was made anew while the person was asked.
  if let asked = begun.secret, asked.of != begun.slot.head { throw conflict() }
  let credential = Credential(secret: begun.secret?.bytes)
  return try await judgingKey(ports, SlotPlace(vaultId: envelope.header.vaultId, head: begun.slot.head)) {
    try await openSlot(ports, envelope, begun.slot, credential)
  }
}

private func beginAttempt(
  _ ports: CorePorts, _ vault: LoadedVault, _ slot: Slot, _ typed: TypedPasscode?
) throws -> BegunUnlock.Attempt {
  let passcode = try normalisePasscode(typed ?? TypedPasscode(utf16: []))
  let prf = deviceKeyNames(vault.envelope.header.vaultId, slot.head.slotId).prf
  guard try ports.deviceFunction.exists(prf) else { throw CoreError(.keyMissing, "the key of this slot is gone") }
  return BegunUnlock.Attempt(passcode: passcode, spent: try spendAttempt(ports, vault))
}

private func tryPasscode(
  _ ports: CorePorts, _ begun: BegunUnlock, _ attempt: BegunUnlock.Attempt
) async throws -> OpenedSlot {
  do {
    return try await openSlot(ports, begun.vault.envelope, begun.slot, Credential(passcode: attempt.passcode))
  } catch {
    switch CoreErrorCode(of: error) {
    case .authenticationFailed:
      _ = try failAttempt(ports, attempt.spent)
    // Only where it is certain that no guess was tested; anything unforeseen stays counted.
    case .temporarilyUnavailable, .keyMissing, .deviceFunctionFailed:
      try refundAttempt(ports, attempt.spent, before: begun.vault)
    default:
      break
    }
    throw error
  }
}

extension SlotUnlock {
  /// The vault with the keys that are held from now on.
  var unlocked: Unlocked {
    let keys = OpenKeys(dek: opened.dek, keks: [opened.slotId: opened.kek], slots: slotsAsStored(vault.envelope))
    return Unlocked(vault: vault, keys: keys, values: values)
  }
}
