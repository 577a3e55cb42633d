public struct RekeyRequest: Sendable {
  public var policy: VaultPolicy
  /// Kinds of slots that stay. Every other one goes, and its device keys are destroyed.
  public var keep: [Kind]
  public var create: [SlotRequest]

  public init(policy: VaultPolicy, keep: [Kind], create: [SlotRequest]) {
    self.policy = policy
    self.keep = keep
    self.create = create
  }
}

/// Other slots, under a new data key where every slot that stays can be wrapped again. FORMAT.md §12.
///
/// - Throws: `USER_CANCELED`, `POLICY_NOT_MET`, `CONFLICT`; then nothing changed
func rekeyVault(_ ports: CorePorts, _ unlocked: Unlocked, _ asked: RekeyRequest) async throws -> Opened {
  let (vault, before) = (unlocked.vault, unlocked.vault.envelope.header)
  let request = withNewKeys(asked, vault)
  let generation = try nextGeneration(vault.anchor)
  try assertKeyRoom(vault.anchor, request.create)
  let renewed = try await renewDataKey(ports, unlocked, request)
  let made = try await createSlots(ports, renewed.target, request.create)
  let header = Header(
    vaultId: before.vaultId, scope: before.scope, policy: request.policy, generation: generation,
    slots: inOrder(renewed.slots + made.map(\.slot)))
  let isNewPasscode = request.create.contains { $0.kind == .appPasscode }
  let commit = SlotCommit(
    over: vault.stored, header: header, dek: renewed.dek, made: made,
    resetsAttempts: isNewPasscode || isStricter(request.policy, than: before.policy))
  let opened = try commitSlots(ports, commit, unlocked.values)
  let keks = opened.keys.keks.merging(renewed.keks) { made, _ in made }
  return Opened(
    vault: opened.vault, keys: OpenKeys(dek: opened.keys.dek, keks: keks, slots: opened.keys.slots))
}

/// What is kept in name, but not with the key it has: its slot is made anew. FORMAT.md §12.
private func withNewKeys(_ asked: RekeyRequest, _ vault: LoadedVault) -> RekeyRequest {
  let (anchor, before) = (vault.anchor, vault.envelope.header)
  // A biometric key was made to survive a changed enrolment, or not to; a passkey knows of none.
  let isOther = (before.enrolment == .ignore) != (asked.policy.enrolment == .ignore)
  let anew = before.slots.map(\.head).filter { head in
    let isForOther = isOther && head.kind == .biometric && head.kem != .webAuthnPrf
    return asked.keep.contains(head.kind) && (isForOther || anchor.deadSlots.contains(head.slotId))
  }
  var request = asked
  for head in anew {
    guard let slot = withSystemKey(head.kind) else { continue }
    request.keep.removeAll { $0 == head.kind }
    request.create.append(slot)
  }
  return request
}

/// Only such a key the system can destroy.
private func withSystemKey(_ kind: Kind) -> SlotRequest? {
  switch kind {
  case .biometric: .biometric
  case .deviceCredential: .deviceCredential
  case .appPasscode, .device: nil
  }
}

private struct Renewed {
  /// What new slots are made for. `nil`: the raw data key is not needed, and can't be had.
  let target: SlotTarget?
  let dek: any Dek
  /// Those that stay.
  let slots: [Slot]
  let keks: [Bytes: any Kek]
}

private func renewDataKey(_ ports: CorePorts, _ unlocked: Unlocked, _ request: RekeyRequest) async throws -> Renewed {
  let header = unlocked.vault.envelope.header
  let remaining = header.slots.filter { request.keep.contains($0.head.kind) }
  func target(_ dek: SecretBytes) -> SlotTarget {
    SlotTarget(vaultId: header.vaultId, scope: header.scope, dek: dek, enrolment: request.policy.enrolment)
  }
  guard let rewraps = try await rewrapsOf(ports, unlocked, remaining) else {
    let raw = request.create.isEmpty ? nil : try rawDek(ports, unlocked.keys.dek)
    return Renewed(target: raw.map(target), dek: unlocked.keys.dek, slots: remaining, keks: unlocked.keys.keks)
  }
  let fresh = target(ports.random.secret(32))
  let dek = try ports.aead.importDek(fresh.dek)
  let slots = try rewraps.map { try wrapSlot(ports, fresh, $0.head, $0.kek) }
  let keks = rewraps.map { ($0.head.slotId, $0.kek) }
  return Renewed(target: fresh, dek: dek, slots: slots, keks: Dictionary(uniqueKeysWithValues: keks))
}

private func rawDek(_ ports: CorePorts, _ dek: any Dek) throws -> SecretBytes {
  guard let raw = try ports.aead.dekBytes(dek) else {
    throw CoreError(.policyNotMet, "unlock with the other slot first")
  }
  return raw
}

/// `nil`: at least one slot can't be wrapped again.
private func rewrapsOf(_ ports: CorePorts, _ unlocked: Unlocked, _ remaining: [Slot]) async throws -> [Rewrap]? {
  let vaultId = unlocked.vault.envelope.header.vaultId
  var rewraps: [Rewrap] = []
  // A slot that may have to ask comes last, so that nobody is asked in vain.
  for slot in remaining.reversed() {
    guard let rewrap = try await rewrapOf(ports, vaultId, unlocked.keys, slot.head) else { return nil }
    rewraps.append(rewrap)
  }
  return rewraps
}
