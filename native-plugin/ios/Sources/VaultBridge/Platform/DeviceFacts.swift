/// What can be said of the device. What can't be found out counts as not so. BRIDGE.md §4.4.
public struct DeviceFacts: Equatable, Sendable {
  public enum Hardware: String, Sendable {
    case fingerprint
    case face
    case iris
  }

  public enum Strength: String, Sendable {
    /// Can release a key.
    case strong
    case weak
  }

  public enum Permission: String, Sendable {
    case granted
    /// Refused in the settings of the device, or there is no hardware: asking has no effect.
    case denied
    /// The next use asks.
    case prompt
  }

  public var hardware: [Hardware]
  public var strength: Strength
  public var hasSecureHardware: Bool
  public var permission: Permission
  public var isLockedOut: Bool
  public var isSystemPasscodeSet: Bool

  public init(
    hardware: [Hardware], strength: Strength, hasSecureHardware: Bool, permission: Permission, isLockedOut: Bool,
    isSystemPasscodeSet: Bool
  ) {
    self.hardware = hardware
    self.strength = strength
    self.hasSecureHardware = hasSecureHardware
    self.permission = permission
    self.isLockedOut = isLockedOut
    self.isSystemPasscodeSet = isSystemPasscodeSet
  }

  var json: JSONValue {
    .object([
      "hardware": .texts(hardware.map(\.rawValue)), "strength": .text(strength.rawValue),
      "hasSecureHardware": .flag(hasSecureHardware), "permission": .text(permission.rawValue),
      "isLockedOut": .flag(isLockedOut), "isSystemPasscodeSet": .flag(isSystemPasscodeSet),
    ])
  }
}
