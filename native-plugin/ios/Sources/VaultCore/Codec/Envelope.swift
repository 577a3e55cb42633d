/// The public part of a slot: bound to the wrapped key as additional data. FORMAT.md §4.1.
public struct SlotHead: Equatable, Sendable {
  public var kind: Kind
  public var kem: Kem
  public var prf: Prf
  /// 8 bytes, random.
  public var slotId: Bytes
  public var kdf: KdfId
  public var iterations: Int
  public var salt: Bytes
  /// What the KEM decrypts; the credential id for WebAuthn PRF.
  public var enc: Bytes
}

/// One way to unlock: the data key, wrapped.
public struct Slot: Equatable, Sendable {
  public var head: SlotHead
  /// 12 bytes.
  public var nonce: Bytes
  /// 48 bytes: the data key and its tag.
  public var wrapped: Bytes
}

/// Everything before the payload; authenticated by it. FORMAT.md §4.
public struct Header: Equatable, Sendable {
  /// 16 bytes, random.
  public var vaultId: Bytes
  /// 32 bytes.
  public var scope: Bytes
  public var mode: Mode
  public var enrolment: Enrolment
  public var maxAttempts: Int
  public var generation: Int
  public var hasValues: Bool
  public var hasSession: Bool
  public var wipeAtMax: Bool
  public var passcodeSetupNeeded: Bool
  /// In ascending order of `kind`.
  public var slots: [Slot]
}

/// What is stored of a vault, beside its anchor.
public struct Envelope: Equatable, Sendable {
  public var header: Header
  /// The header as stored: the payload's additional data.
  public var headerBytes: Bytes
  public var payload: SealedPayload
}

/// The values, encrypted.
public struct SealedPayload: Equatable, Sendable {
  /// 12 bytes.
  public var nonce: Bytes
  /// Where it is stored, in the bytes that this was read of.
  public var ciphertext: ByteSlice
}
