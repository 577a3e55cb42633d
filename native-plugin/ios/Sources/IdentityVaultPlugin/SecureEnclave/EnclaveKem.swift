import Foundation
import LocalAuthentication
import Security

#if SWIFT_PACKAGE
  import VaultBridge
  import VaultCore
#endif

/// kem 3: a secret that only a key of the Secure Enclave decrypts, after a person proved to be there. FORMAT.md §6.1, §18.1.
struct EnclaveKem: PublicKeyKem {
  /// No parameters are given to it: neither shared info nor additional data nor a key size.
  static let algorithm = SecKeyAlgorithm.eciesEncryptionCofactorVariableIVX963SHA256AESGCM

  let kind: Kind
  let keys: EnclaveKeys
  let random: any Random
  let installation: Installation
  let biometry: Biometry
  let prompt: UnlockPrompt

  var kem: Kem { .eciesP256 }

  /// The button for the passcode of the device was pressed, and there is a slot for it.
  var cancelOffersOther: Bool { kind == .biometric && prompt.wasAskedForOther }

  func create(_ name: String, survivesEnrolment: Bool) async throws -> Encapsulated {
    try installation.ensure()
    let isPossible = kind == .biometric ? biometry.isAvailable : biometry.isDeviceCredentialAvailable
    guard isPossible else { throw CoreError(.policyNotMet, "no keys of this kind on this device now") }
    let key = try makeKey(name, survivesEnrolment)
    if kind == .biometric, !survivesEnrolment { try noteEnrolment(name) }
    return try encapsulate(under: key)
  }

  func encapsulate(_ name: String) throws -> Encapsulated {
    try installation.ensure()
    guard let key = try keys.find(name) else { throw CoreError(.keyMissing, "the key of a slot is not there") }
    return try encapsulate(under: key)
  }

  func decapsulate(_ input: KemInput) async throws -> SecretBytes {
    try installation.ensure()
    do {
      return try await prompt.decrypt(input, by: kind)
    } catch let failure as PromptFailure {
      throw failure.coreError(isOtherEnrolment: { isOtherEnrolment(input.name) })
    }
  }

  func destroy(_ name: String) throws {
    try installation.ensure()
    try keys.destroy(name)
    try keys.keychain.delete(name)
  }

  private func makeKey(_ name: String, _ survivesEnrolment: Bool) throws -> SecKey {
    let person: SecAccessControlCreateFlags =
      kind == .deviceCredential ? .devicePasscode : survivesEnrolment ? .biometryAny : .biometryCurrentSet
    let protection = kSecAttrAccessibleWhenPasscodeSetThisDeviceOnly
    do {
      return try keys.create(name, try EnclaveKeys.access(protection, [.privateKeyUsage, person]))
    } catch let error as CoreError where error.code == .authenticationFailed {
      // What the access control asks for was removed meanwhile.
      throw CoreError(.policyNotMet, error.detail, cause: error)
    }
  }

  private func encapsulate(under key: SecKey) throws -> Encapsulated {
    let secret = random.secret(32)
    var plaintext = secret.withUnsafeBytes { Data($0) }
    defer { plaintext.resetBytes(in: plaintext.startIndex..<plaintext.endIndex) }
    var error: Unmanaged<CFError>?
    guard let publicKey = SecKeyCopyPublicKey(key),
      let enc = SecKeyCreateEncryptedData(publicKey, EnclaveKem.algorithm, plaintext as CFData, &error)
    else { throw PromptFailure.coreError(error, "encrypting to a key") }
    return Encapsulated(secret: secret, enc: Bytes(enc as Data), salt: [])
  }

  /// Of who is enrolled now, beside the key: the system does not always say why it refuses one. FORMAT.md §11.4.
  private func noteEnrolment(_ name: String) throws {
    guard let state = biometry.domainState else { return }
    if try !keys.keychain.add(name, state) { try keys.keychain.update(name, state) }
  }

  private func isOtherEnrolment(_ name: String) -> Bool {
    guard let noted = try? keys.keychain.read(name), let state = biometry.domainState else { return false }
    return noted != state
  }
}
