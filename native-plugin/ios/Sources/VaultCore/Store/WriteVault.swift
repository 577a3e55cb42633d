public struct NewVault: Sendable {
  public var policy: VaultPolicy
  public var slots: [SlotRequest]
  public var values: Values

  public init(policy: VaultPolicy, slots: [SlotRequest], values: Values) {
    self.policy = policy
    self.slots = slots
    self.values = values
  }
}

/// A new vault in place of `over`, or where there is none: a new data key and new slots. FORMAT.md §10.2.
func createVault(
  _ ports: CorePorts, _ scope: Bytes, over: LoadedVault?, _ request: NewVault
) async throws -> Opened {
  if let over { return try await createOver(ports, over.stored, request) }
  return try await ports.mutex.hold(allVaults) {
    try await createOver(ports, try emptyPlace(ports, scope), request)
  }
}

private func createOver(_ ports: CorePorts, _ over: StoredAnchor, _ request: NewVault) async throws -> Opened {
  try assertKeyRoom(over.anchor, request.slots)
  let (vaultId, scope) = (over.anchor.vaultId, over.anchor.scope)
  let generation = try nextGeneration(over.anchor)
  let rawDek = ports.random.secret(32)
  let dek = try ports.aead.importDek(rawDek)
  let target = SlotTarget(vaultId: vaultId, scope: scope, dek: rawDek, enrolment: request.policy.enrolment)
  let made = try await createSlots(ports, target, request.slots)
  let header = Header(
    vaultId: vaultId, scope: scope, policy: request.policy, generation: generation,
    slots: inOrder(made.map(\.slot)))
  let commit = SlotCommit(over: over, header: header, dek: dek, made: made, resetsAttempts: true)
  return try commitSlots(ports, commit, request.values)
}

/// Another payload, and what else changes; data key and slots stay.
func writeValues(
  _ ports: CorePorts, _ opened: Opened, _ values: Values, policy: PolicyChanges
) throws -> LoadedVault {
  let vault = opened.vault
  var header = vault.envelope.header
  header.generation = try nextGeneration(vault.anchor)
  header.maxAttempts = policy.maxAttempts ?? header.maxAttempts
  header.wipeAtMax = policy.wipeAtMax ?? header.wipeAtMax
  let bytes = try sealEnvelope(ports, header, opened.keys.dek, values)
  let resets = isStricter(header.policy, than: vault.envelope.header.policy)
  return try commitEnvelope(ports, over: vault.stored, NewEnvelope(bytes: bytes, resetsAttempts: resets))
}

/// Makes all or none.
///
/// - Parameter target: `nil` only where none are to be made
func createSlots(_ ports: CorePorts, _ target: SlotTarget?, _ requests: [SlotRequest]) async throws -> [MadeSlot] {
  guard let target else { return [] }
  var made: [MadeSlot] = []
  do {
    for request in requests { made.append(try await createSlot(ports, target, request)) }
    return made
  } catch {
    try destroyMade(ports, target.vaultId, made)
    throw error
  }
}

struct SlotCommit: Sendable {
  let over: StoredAnchor
  let header: Header
  let dek: any Dek
  /// Slots whose keys are held from now on.
  let made: [MadeSlot]
  let resetsAttempts: Bool
}

/// Seals and commits. Once committing has begun the new keys stay, whatever it throws: only loading can tell whether they
/// are in use, and it destroys those that are not.
func commitSlots(_ ports: CorePorts, _ commit: SlotCommit, _ values: Values) throws -> Opened {
  let bytes = try sealOrDestroy(ports, commit, values)
  let envelope = NewEnvelope(bytes: bytes, resetsAttempts: commit.resetsAttempts)
  let vault = try commitEnvelope(ports, over: commit.over, envelope)
  let keks = commit.made.map { ($0.slot.head.slotId, $0.kek) }
  let keys = OpenKeys(
    dek: commit.dek, keks: Dictionary(uniqueKeysWithValues: keks), slots: slotsAsStored(vault.envelope))
  return Opened(vault: vault, keys: keys)
}

private func sealOrDestroy(_ ports: CorePorts, _ commit: SlotCommit, _ values: Values) throws -> Bytes {
  do {
    return try sealEnvelope(ports, commit.header, commit.dek, values)
  } catch {
    try destroyMade(ports, commit.header.vaultId, commit.made)
    throw error
  }
}

/// Before any key is made: the anchor has to list them all, and those that couldn't be destroyed yet.
///
/// - Throws: `TEMPORARILY_UNAVAILABLE`
func assertKeyRoom(_ anchor: Anchor, _ requests: [SlotRequest]) throws {
  if anchor.keySlots.count + requests.count > Limit.keySlots {
    throw CoreError(.temporarilyUnavailable, "keys of former slots can not be destroyed now")
  }
}

/// - Throws: `LIMIT_EXCEEDED`
func nextGeneration(_ anchor: Anchor) throws -> Int {
  let generation = (anchor.cur?.generation ?? 0) + 1
  if generation > Limit.generation { throw CoreError(.limitExceeded, "the generation is used up") }
  return generation
}

func inOrder(_ slots: [Slot]) -> [Slot] {
  slots.sorted { $0.head.kind.rawValue < $1.head.kind.rawValue }
}

private func destroyMade(_ ports: CorePorts, _ vaultId: Bytes, _ made: [MadeSlot]) throws {
  _ = try destroySlotKeys(ports, vaultId, made.map(\.slot.head.slotId))
}

private func emptyPlace(_ ports: CorePorts, _ scope: Bytes) throws -> StoredAnchor {
  let key = anchorKeyName(scope)
  if try !ports.anchorMac.exists(key) { try ports.anchorMac.create(key) }
  return StoredAnchor(anchor: Anchor(vaultId: ports.random.bytes(16), scope: scope), bytes: nil)
}
