/// A slot to make.
public enum SlotRequest: Sendable {
  case biometric
  case deviceCredential
  /// - passcode: normalised
  case appPasscode(SecretBytes, iterations: Int = Limit.iterations)
  case device

  public var kind: Kind {
    switch self {
    case .biometric: .biometric
    case .deviceCredential: .deviceCredential
    case .appPasscode: .appPasscode
    case .device: .device
    }
  }
}

/// A slot, and its key: while the vault is unlocked the slot can be wrapped again with it.
struct MadeSlot: Sendable {
  let slot: Slot
  let kek: any Kek
}

/// What slots are made for.
struct SlotTarget: Sendable {
  let vaultId: Bytes
  let scope: Bytes
  let dek: SecretBytes
  /// What a changed enrolment does is up to the key of a biometric slot.
  let enrolment: Enrolment
}

/// A slot under new device keys.
///
/// - Throws: `POLICY_NOT_MET`, `USER_CANCELED`; then no keys are left behind
func createSlot(_ ports: CorePorts, _ target: SlotTarget, _ request: SlotRequest) async throws -> MadeSlot {
  let slotId = ports.random.bytes(8)
  do {
    try ports.deviceFunction.create(deviceKeyNames(target.vaultId, slotId).prf)
    let (head, secret) = try await newSecret(ports, target, slotId, request)
    let kek = try deriveKek(ports, SlotPlace(vaultId: target.vaultId, head: head), secret)
    return MadeSlot(slot: try wrapSlot(ports, target, head, kek), kek: kek)
  } catch {
    _ = try destroySlotKeys(ports, target.vaultId, [slotId])
    throw error
  }
}

private func newSecret(
  _ ports: CorePorts, _ target: SlotTarget, _ slotId: Bytes, _ request: SlotRequest
) async throws -> (SlotHead, SecretBytes) {
  var head = SlotHead(
    kind: request.kind, kem: .none, prf: ports.deviceFunction.prf, slotId: slotId, kdf: .none, iterations: 0, salt: [],
    enc: [])
  switch request {
  case .device:
    return (head, secretOfDevice())
  case .appPasscode(let passcode, let iterations):
    head.kdf = .pbkdf2
    head.iterations = iterations
    head.salt = ports.random.bytes(Limit.salt)
    return (head, try ports.kdf.derive(passcode, salt: head.salt, iterations: iterations))
  case .biometric, .deviceCredential:
    let kem = try kemOf(ports, request.kind)
    let name = deviceKeyNames(target.vaultId, slotId).kem
    let made = try await kem.create(name, survivesEnrolment: target.enrolment == .ignore)
    head.kem = kem.kem
    head.enc = made.enc
    head.salt = made.salt
    return (head, made.secret)
  }
}
