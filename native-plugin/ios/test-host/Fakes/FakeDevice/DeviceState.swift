import Foundation

/// What a phone remembers, whatever becomes of the app's process.
public struct DeviceState: Codable, Sendable {
  public enum Biometry: String, Codable, Sendable { case none, touchID, faceID }
  /// What the person said when asked whether the app may use Face ID.
  public enum Permission: String, Codable, Sendable { case notDetermined, granted, denied }

  public var biometry = Biometry.faceID
  public var permission = Permission.granted
  /// Counts up with each face or finger that is enrolled; 0: none is.
  public var enrolment = 1
  public var isPasscodeSet = true
  /// Counts up when the device passcode is removed: what was bound to it is gone for good.
  public var passcodeEpoch = 0
  public var mismatches = 0
  public var isScreenLocked = false
  public var wasUnlockedSinceBoot = true
  public var hasSecureEnclave = true
  /// Whether a removed passcode takes the items bound to it out of the Keychain, or leaves them there, unusable.
  public var dropsItemsOfRemovedPasscode = true
  /// How the Keychain tells that a key was made for others than are enrolled now: it is not found, or it fails when it is
  /// used.
  public var hidesKeysOfFormerEnrolment = true
  /// Of the monotonic clock, sleep included.
  public var nanosecondsSinceBoot: UInt64 = 60_000_000_000
  public var items: [KeychainItem] = []
  /// Of the app's entitlements; what it stores without naming one goes into the first.
  public var accessGroups = ["TEAM.com.example.app"]

  public init() {}

  public var isLockedOut: Bool { mismatches >= 5 }
}

/// One item of the Keychain.
public struct KeychainItem: Codable, Sendable {
  public enum Class: String, Codable, Sendable { case genericPassword, key }
  public struct AccessControl: Codable, Sendable {
    public let protection: String
    public let flags: UInt
    /// Of the device when the item was made.
    public let enrolment: Int
    public let passcodeEpoch: Int

    public init(protection: String, flags: UInt, enrolment: Int, passcodeEpoch: Int) {
      self.protection = protection
      self.flags = flags
      self.enrolment = enrolment
      self.passcodeEpoch = passcodeEpoch
    }
  }

  public let itemClass: Class
  /// Attributes that identify it, as text.
  public var identity: [String: String]
  public var access: AccessControl
  /// Of a generic password; of a key its private scalar, which nothing gives out.
  public var secret: Data

  public init(itemClass: Class, identity: [String: String], access: AccessControl, secret: Data) {
    self.itemClass = itemClass
    self.identity = identity
    self.access = access
    self.secret = secret
  }
}
