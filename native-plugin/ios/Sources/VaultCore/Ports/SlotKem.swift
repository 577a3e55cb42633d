/// What a slot's KEM has to know of the slot.
public struct KemInput: Sendable {
  public let name: String
  public let salt: Bytes
  public let enc: Bytes

  public init(name: String, salt: Bytes, enc: Bytes) {
    self.name = name
    self.salt = salt
    self.enc = enc
  }
}

/// A fresh secret, and what decrypts to it.
public struct Encapsulated: Sendable {
  public let secret: SecretBytes
  public let enc: Bytes
  public let salt: Bytes

  public init(secret: SecretBytes, enc: Bytes, salt: Bytes) {
    self.secret = secret
    self.enc = enc
    self.salt = salt
  }
}

/// The key of a biometric or deviceCredential slot. The secret is released only by decrypting, so whatever prompt that
/// needs is shown by `decapsulate`.
public protocol SlotKem: Sendable {
  /// Never `none`.
  var kem: Kem { get }
  /// Its prompt can't tell a cancellation from a key that is gone: the vault's other way is offered then.
  var cancelOffersOther: Bool { get }

  /// A new device key under this name.
  /// - Parameter survivesEnrolment: whoever is enrolled later may use it, too; else enrolling someone destroys it, where
  ///   the system can do that
  /// - Throws: `policyNotMet`, `userCanceled`
  func create(_ name: String, survivesEnrolment: Bool) async throws -> Encapsulated
  /// - Throws: `userCanceled`, `lockedOut`, `keyInvalidated`, `keyMissing`, `authenticationFailed`, …
  func decapsulate(_ input: KemInput) async throws -> SecretBytes
  /// Succeeds when there is none.
  func destroy(_ name: String) throws
}

extension SlotKem {
  public var cancelOffersOther: Bool { false }
}

/// One that has a public key.
public protocol PublicKeyKem: SlotKem {
  /// Under the key that is there, without a prompt.
  func encapsulate(_ name: String) throws -> Encapsulated
}

public struct SlotKems: Sendable {
  public var biometric: (any SlotKem)?
  public var deviceCredential: (any SlotKem)?

  public init(biometric: (any SlotKem)? = nil, deviceCredential: (any SlotKem)? = nil) {
    self.biometric = biometric
    self.deviceCredential = deviceCredential
  }
}
