import Testing

@testable import VaultCore

/// What is asked of a vault, or happens to its device.
enum StoryOperation {
  case create(VaultPolicy, [StorySlot], Values)
  case load
  case restart
  case unlock(Kind, passcode: String?)
  case write(Changes, PolicyChanges)
  case rekey(VaultPolicy, keep: [Kind], create: [StorySlot])
  case erase
  case lock
  case leaseBegin(String, [PayloadKey])
  case leaseWrite(String, Changes)
  case enrol
  case loseKeys
  case loseAnchorWrites(Int)
  case store(anchor: Bytes, envelope: Bytes, keys: [String])

  init(_ fields: StrictObject) throws {
    let op: String = try fields.take("op")
    switch op {
    case "create": self = .create(try policy(fields), try fields.slots("slots"), try fields.values("values"))
    case "load": self = .load
    case "restart": self = .restart
    case "unlock": self = .unlock(try fields.kind("kind"), passcode: try fields.takeIfAny("passcode"))
    case "write":
      let maxAttempts: Int? = try fields.takeIfAny("maxAttempts")
      let changes = PolicyChanges(maxAttempts: maxAttempts, wipeAtMax: try fields.takeIfAny("wipeAtMax"))
      self = .write(try fields.changes("changes"), changes)
    case "rekey":
      let keep = try (try fields.take("keep") as [Int]).map(kindOf)
      self = .rekey(try policy(fields), keep: keep, create: try fields.slots("create"))
    case "erase": self = .erase
    case "lock": self = .lock
    case "leaseBegin":
      let names: [String] = try fields.take("names")
      self = .leaseBegin(try fields.take("id"), try names.map { try PayloadKey($0) })
    case "leaseWrite": self = .leaseWrite(try fields.take("id"), try fields.changes("changes"))
    case "enrol": self = .enrol
    case "loseKeys": self = .loseKeys
    case "store":
      let (anchor, envelope): (String, String) = (try fields.take("anchor"), try fields.take("envelope"))
      self = .store(anchor: try Bytes(hex: anchor), envelope: try Bytes(hex: envelope), keys: try fields.take("keys"))
    case "loseAnchorWrites": self = .loseAnchorWrites(try fields.take("count"))
    default: throw UnknownField(name: "operation \(op)")
    }
  }
}

/// As a new vault or a re-key asks for it.
struct StorySlot {
  let kind: Kind
  let passcode: String?

  func request() throws -> SlotRequest {
    switch kind {
    case .biometric: return .biometric
    case .deviceCredential: return .deviceCredential
    case .device: return .device
    case .appPasscode:
      return .appPasscode(try normaliseNewPasscode(typed(passcode ?? ""), minLength: 4), iterations: 100_000)
    }
  }
}

private func kindOf(_ id: Int) throws -> Kind {
  try #require(UInt8(exactly: id).flatMap(Kind.init(rawValue:)))
}

private func policy(_ fields: StrictObject) throws -> VaultPolicy {
  try fields.object("policy").read { policy in
    VaultPolicy(
      mode: try #require(Mode(rawValue: UInt8(try policy.take("mode") as Int))),
      enrolment: try #require(Enrolment(rawValue: UInt8(try policy.take("enrolment") as Int))),
      maxAttempts: try policy.take("maxAttempts"), wipeAtMax: try policy.take("wipeAtMax"),
      passcodeSetupNeeded: try policy.take("passcodeSetupNeeded"))
  }
}

extension StrictObject {
  fileprivate func kind(_ name: String) throws -> Kind {
    try kindOf(try take(name))
  }

  fileprivate func slots(_ name: String) throws -> [StorySlot] {
    try objects(name).map { each in
      try each.read { StorySlot(kind: try $0.kind("kind"), passcode: try $0.takeIfAny("passcode")) }
    }
  }

  fileprivate func values(_ name: String) throws -> Values {
    try changes(name).mapValues { try #require($0) }
  }

  /// `[key, value as text]`, or null for a key that is removed.
  fileprivate func changes(_ name: String) throws -> Changes {
    let entries: [[Any]] = try take(name)
    return Dictionary(
      uniqueKeysWithValues: try entries.map { entry in
        (try PayloadKey(try #require(entry[0] as? String)), (entry[1] as? String).map { Bytes($0.utf8) })
      })
  }
}
