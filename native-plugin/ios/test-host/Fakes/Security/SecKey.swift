import FakeDevice
import OpenSSLCryptography
import VaultCore

/// A key of the curve P-256. A private one never gives out what it is made of.
public final class SecKey {
  enum Kind {
    case `public`(point: Bytes)
    case enclave(KeychainItem)
  }

  let kind: Kind
  let context: (any PromptContext)?

  init(point: Bytes) {
    kind = .public(point: point)
    context = nil
  }

  init(_ item: KeychainItem, context: (any PromptContext)?) {
    kind = .enclave(item)
    self.context = context
  }

  var scalar: SecretBytes? {
    guard case .enclave(let item) = kind else { return nil }
    return SecretBytes(copying: Bytes(item.secret))
  }
}

public struct SecKeyAlgorithm: Equatable, Sendable {
  let name: String

  public static let eciesEncryptionCofactorVariableIVX963SHA256AESGCM = Self(
    name: "algid:encrypt:ECIES:ECDHC:KDFX963:SHA256:AESGCM-KDFIV")
  public static let ecdhKeyExchangeCofactor = Self(name: "algid:keyexchange:ECDHC")
  public static let ecdhKeyExchangeStandard = Self(name: "algid:keyexchange:ECDH")
}

public enum SecKeyOperationType: Int, Sendable { case sign, verify, encrypt, decrypt, keyExchange }

public func SecKeyIsAlgorithmSupported(
  _ key: SecKey, _ operation: SecKeyOperationType, _ algorithm: SecKeyAlgorithm
) -> Bool {
  switch (key.kind, operation) {
  case (.public, .encrypt), (.enclave, .decrypt):
    algorithm == .eciesEncryptionCofactorVariableIVX963SHA256AESGCM
  case (.enclave, .keyExchange): [.ecdhKeyExchangeStandard, .ecdhKeyExchangeCofactor].contains(algorithm)
  default: false
  }
}

/// Only keys of the Secure Enclave, which are kept in the Keychain: the vault makes no others.
public func SecKeyCreateRandomKey(
  _ parameters: CFDictionary, _ error: UnsafeMutablePointer<Unmanaged<CFError>?>?
) -> SecKey? {
  let device = FakeDevice.current
  func refused(_ status: OSStatus) -> SecKey? {
    give(error, osStatus(status))
    return nil
  }
  if let failure = device.failure(of: "SecKeyCreateRandomKey") { return refused(failure) }
  let known = [kSecAttrKeyType, kSecAttrKeySizeInBits, kSecAttrTokenID, kSecPrivateKeyAttrs]
  guard Set(parameters.keys) == Set(known), parameters[kSecAttrKeyType] as? String == kSecAttrKeyTypeECSECPrimeRandom,
    parameters[kSecAttrKeySizeInBits] as? Int == 256,
    parameters[kSecAttrTokenID] as? String == kSecAttrTokenIDSecureEnclave,
    let attributes = parameters[kSecPrivateKeyAttrs] as? [String: Any],
    Set([kSecAttrIsPermanent, kSecAttrApplicationTag, kSecAttrAccessControl, kSecAttrAccessGroup])
      .isSuperset(of: attributes.keys),
    attributes[kSecAttrIsPermanent] as? Bool == true, attributes[kSecAttrApplicationTag] is Data,
    let access = attributes[kSecAttrAccessControl] as? SecAccessControl, access.fakeFlags.contains(.privateKeyUsage),
    var identity = KeychainQuery.identity(in: attributes, of: .key)
  else { return refused(errSecParam) }
  guard device.state.hasSecureEnclave else { return refused(errSecUnimplemented) }
  guard device.isAvailable(access.fakeProtection) else { return refused(errSecInteractionNotAllowed) }
  let needsPasscode = access.fakeProtection == ProtectionClass.whenPasscodeSetThisDeviceOnly
  if needsPasscode, !device.state.isPasscodeSet { return refused(errSecAuthFailed) }
  if access.fakeFlags.contains(.biometryCurrentSet), device.state.enrolment == 0 { return refused(errSecAuthFailed) }
  identity[kSecAttrAccessGroup] = identity[kSecAttrAccessGroup] ?? device.state.accessGroups[0]
  guard device.state.accessGroups.contains(identity[kSecAttrAccessGroup] ?? "") else {
    return refused(errSecMissingEntitlement)
  }
  identity[kSecAttrKeyType] = kSecAttrKeyTypeECSECPrimeRandom
  identity[kSecAttrKeyClass] = kSecAttrKeyClassPrivate
  identity[kSecAttrTokenID] = kSecAttrTokenIDSecureEnclave
  let item = device.change { state in
    let access = KeychainItem.AccessControl(
      protection: access.fakeProtection, flags: access.fakeFlags.rawValue, enrolment: state.enrolment,
      passcodeEpoch: state.passcodeEpoch)
    let scalar = Data(OpenSSLRandom().bytes(32))
    let item = KeychainItem(itemClass: .key, identity: identity, access: access, secret: scalar)
    state.items.append(item)
    return item
  }
  return SecKey(item, context: nil)
}

public func SecKeyCreateWithData(
  _ data: CFData, _ attributes: CFDictionary, _ error: UnsafeMutablePointer<Unmanaged<CFError>?>?
) -> SecKey? {
  // A public key in X9.63 form: 04, x, y.
  guard attributes[kSecAttrKeyType] as? String == kSecAttrKeyTypeECSECPrimeRandom,
    attributes[kSecAttrKeyClass] as? String == kSecAttrKeyClassPublic, data.count == 65, data.first == 4,
    P256.multiply(SecretBytes(copying: Bytes(repeating: 0, count: 31) + [1]), point: Bytes(data)) != nil
  else {
    give(error, osStatus(errSecParam))
    return nil
  }
  return SecKey(point: Bytes(data))
}

/// Needs no person.
public func SecKeyCopyPublicKey(_ key: SecKey) -> SecKey? {
  guard let scalar = key.scalar else { return key }
  return SecKey(point: P256.publicKey(of: scalar))
}

public func SecKeyCopyExternalRepresentation(
  _ key: SecKey, _ error: UnsafeMutablePointer<Unmanaged<CFError>?>?
) -> CFData? {
  if case .public(let point) = key.kind { return Data(point) }
  give(error, osStatus(errSecParam))
  return nil
}
