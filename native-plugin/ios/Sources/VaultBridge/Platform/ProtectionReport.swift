#if SWIFT_PACKAGE
  import VaultCore
#endif

/// `unknown`: it can't be found out here; never read it as yes.
public enum Tristate: String, Sendable {
  case yes
  case no
  case unknown
}

/// What protects a vault right now. BRIDGE.md §4.4.
public struct ProtectionReport: Equatable, Sendable {
  public enum OfflineGuessing: String, Sendable {
    case impossible
    case possible
    case notNeeded = "not-needed"
    case unknown
  }

  public enum AttemptLimit: String, Sendable {
    case enforced
    case advisory
    case none
  }

  public var persistent: Tristate
  public var encryptedAtRest: Tristate
  public var nonExtractableKey: Tristate
  public var hardwareBacked: Tristate
  /// Whether opening needs the person.
  public var userVerification: Tristate
  public var offlineGuessing: OfflineGuessing
  public var attemptLimit: AttemptLimit
  public var passcodeSeenByJs: Tristate

  public init(
    persistent: Tristate, encryptedAtRest: Tristate, nonExtractableKey: Tristate, hardwareBacked: Tristate,
    userVerification: Tristate, offlineGuessing: OfflineGuessing, attemptLimit: AttemptLimit,
    passcodeSeenByJs: Tristate
  ) {
    self.persistent = persistent
    self.encryptedAtRest = encryptedAtRest
    self.nonExtractableKey = nonExtractableKey
    self.hardwareBacked = hardwareBacked
    self.userVerification = userVerification
    self.offlineGuessing = offlineGuessing
    self.attemptLimit = attemptLimit
    self.passcodeSeenByJs = passcodeSeenByJs
  }

  /// Of a vault in memory.
  public static let inMemory = ProtectionReport(
    persistent: .no, encryptedAtRest: .unknown, nonExtractableKey: .no, hardwareBacked: .no, userVerification: .no,
    offlineGuessing: .impossible, attemptLimit: .none, passcodeSeenByJs: .no)

  var json: JSONValue {
    .object([
      "persistent": .text(persistent.rawValue), "encryptedAtRest": .text(encryptedAtRest.rawValue),
      "nonExtractableKey": .text(nonExtractableKey.rawValue), "hardwareBacked": .text(hardwareBacked.rawValue),
      "userVerification": .text(userVerification.rawValue), "offlineGuessing": .text(offlineGuessing.rawValue),
      "attemptLimit": .text(attemptLimit.rawValue), "passcodeSeenByJs": .text(passcodeSeenByJs.rawValue),
    ])
  }
}

/// What of a slot says how well it is protected.
public struct SlotProtection: Equatable, Sendable {
  public let kind: Kind
  public let prf: Prf

  public init(kind: Kind, prf: Prf) {
    self.kind = kind
    self.prf = prf
  }
}
