import FakeDevice

public struct SecAccessControlCreateFlags: OptionSet, Sendable {
  public let rawValue: UInt
  public init(rawValue: UInt) { self.rawValue = rawValue }

  public static let userPresence = Self(rawValue: 1 << 0)
  public static let biometryAny = Self(rawValue: 1 << 1)
  public static let biometryCurrentSet = Self(rawValue: 1 << 3)
  public static let devicePasscode = Self(rawValue: 1 << 4)
  public static let or = Self(rawValue: 1 << 14)
  public static let and = Self(rawValue: 1 << 15)
  public static let privateKeyUsage = Self(rawValue: 1 << 30)
  public static let applicationPassword = Self(rawValue: 1 << 31)
}

public final class SecAccessControl {
  public let fakeProtection: String
  public let fakeFlags: SecAccessControlCreateFlags

  init(_ protection: String, _ flags: SecAccessControlCreateFlags) {
    fakeProtection = protection
    fakeFlags = flags
  }
}

public func SecAccessControlCreateWithFlags(
  _ allocator: CFAllocator?, _ protection: CFTypeRef, _ flags: SecAccessControlCreateFlags,
  _ error: UnsafeMutablePointer<Unmanaged<CFError>?>?
) -> SecAccessControl? {
  if let failure = FakeDevice.current.failure(of: "SecAccessControlCreateWithFlags") {
    give(error, osStatus(failure))
    return nil
  }
  guard let protection = protection as? String, ProtectionClass.all.contains(protection) else {
    give(error, osStatus(errSecParam))
    return nil
  }
  // One way to prove who is there; two need `and` or `or`, which the vault has no use for.
  let proofs: [SecAccessControlCreateFlags] = [.userPresence, .biometryAny, .biometryCurrentSet, .devicePasscode]
  guard proofs.filter(flags.contains).count <= 1, flags.isDisjoint(with: [.or, .and, .applicationPassword]) else {
    give(error, osStatus(errSecParam))
    return nil
  }
  return SecAccessControl(protection, flags)
}
