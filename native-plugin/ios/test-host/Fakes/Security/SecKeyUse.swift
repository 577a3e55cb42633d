import FakeDevice
import OpenSSLCryptography
import VaultCore

/// kem 3, FORMAT.md §6.1: a point, then AES-128-GCM whose key and nonce come of X9.63 with SHA-256.
public func SecKeyCreateEncryptedData(
  _ key: SecKey, _ algorithm: SecKeyAlgorithm, _ plaintext: CFData,
  _ error: UnsafeMutablePointer<Unmanaged<CFError>?>?
) -> CFData? {
  guard case .public(let recipient) = key.kind, SecKeyIsAlgorithmSupported(key, .encrypt, algorithm) else {
    give(error, osStatus(errSecParam))
    return nil
  }
  let scalar = OpenSSLRandom().secret(32)
  let point = P256.publicKey(of: scalar)
  guard let shared = P256.multiply(scalar, point: recipient) else {
    give(error, osStatus(errSecParam))
    return nil
  }
  let (key, nonce) = keyAndNonce(shared, point)
  return Data(point + plaintext.withUnsafeBytes { gcmSeal($0, key: key, nonce: nonce, aad: []) })
}

public func SecKeyCreateDecryptedData(
  _ key: SecKey, _ algorithm: SecKeyAlgorithm, _ ciphertext: CFData,
  _ error: UnsafeMutablePointer<Unmanaged<CFError>?>?
) -> CFData? {
  guard case .enclave(let item) = key.kind, SecKeyIsAlgorithmSupported(key, .decrypt, algorithm) else {
    give(error, osStatus(errSecParam))
    return nil
  }
  do {
    try prove(item, key.context, "SecKeyCreateDecryptedData")
    let point = Bytes(ciphertext.prefix(65))
    guard let scalar = key.scalar, ciphertext.count > 65, let shared = P256.multiply(scalar, point: point) else {
      throw osStatus(errSecParam)
    }
    let (symmetric, nonce) = keyAndNonce(shared, point)
    guard let plaintext = gcmOpen(Bytes(ciphertext.dropFirst(65)), key: symmetric, nonce: nonce, aad: []) else {
      throw osStatus(errSecDecode)
    }
    return Data(plaintext.copy)
  } catch let failure as NSError {
    give(error, failure)
    return nil
  }
}

/// The x-coordinate of the shared point. The curve's cofactor is 1, so both variants are the same.
public func SecKeyCopyKeyExchangeResult(
  _ key: SecKey, _ algorithm: SecKeyAlgorithm, _ publicKey: SecKey, _ parameters: CFDictionary,
  _ error: UnsafeMutablePointer<Unmanaged<CFError>?>?
) -> CFData? {
  guard case .enclave(let item) = key.kind, case .public(let point) = publicKey.kind, parameters.isEmpty,
    SecKeyIsAlgorithmSupported(key, .keyExchange, algorithm), let scalar = key.scalar
  else {
    give(error, osStatus(errSecParam))
    return nil
  }
  do {
    try prove(item, key.context, "SecKeyCopyKeyExchangeResult")
    guard let product = P256.multiply(scalar, point: point) else { throw osStatus(errSecParam) }
    return Data(product.copy)
  } catch let failure as NSError {
    give(error, failure)
    return nil
  }
}

private func keyAndNonce(_ shared: SecretBytes, _ point: Bytes) -> (key: SecretBytes, nonce: Bytes) {
  let derived = x963SHA256(shared, info: point, count: 32).copy
  return (SecretBytes(copying: derived.prefix(16)), Bytes(derived.suffix(16)))
}

/// What an item's access control asks of the person, before its key does anything.
private func prove(_ item: KeychainItem, _ context: (any PromptContext)?, _ function: String) throws {
  let device = FakeDevice.current
  if let failure = device.failure(of: function) { throw osStatus(failure) }
  // Deleted since it was looked up: the handle is dead.
  guard device.state.items.contains(where: { $0.secret == item.secret }) else { throw osStatus(errSecItemNotFound) }
  guard device.isAvailable(item.access.protection) else { throw osStatus(errSecInteractionNotAllowed) }
  if item.access.protection == ProtectionClass.whenPasscodeSetThisDeviceOnly {
    if !device.state.isPasscodeSet { throw laError(.passcodeNotSet) }
    if item.access.passcodeEpoch != device.state.passcodeEpoch { throw osStatus(errSecAuthFailed) }
  }
  let flags = SecAccessControlCreateFlags(rawValue: item.access.flags)
  if flags.contains(.biometryCurrentSet), item.access.enrolment != device.state.enrolment {
    throw osStatus(errSecAuthFailed)
  }
  do {
    let asked = context ?? WithoutContext()
    if !flags.isDisjoint(with: [.biometryAny, .biometryCurrentSet]) { try device.askForBiometry(asked) }
    if flags.contains(.devicePasscode) { try device.askForPasscode(asked) }
    precondition(!flags.contains(.userPresence), "no key of the vault is for either")
  } catch let failure as AuthenticationFailure {
    // The screen was locked behind the prompt: the class key is gone.
    if !device.isAvailable(item.access.protection) { throw osStatus(errSecAuthFailed) }
    throw laError(failure)
  }
}

private func laError(_ failure: AuthenticationFailure) -> NSError {
  NSError(domain: "com.apple.LocalAuthentication", code: failure.rawValue)
}

/// What the Keychain asks with where it was given no context.
private final class WithoutContext: PromptContext {
  let fakeIsInvalidated = false
  let fakeAllowsInteraction = true
  let fakeReason = "Keychain"
  let fakeHasFallback = true
  var fakeProved: Set<Proof> = []
}
