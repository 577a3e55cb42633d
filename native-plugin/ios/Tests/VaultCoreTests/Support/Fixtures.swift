import Testing

@testable import VaultCore

extension VaultPolicy {
  static let test = VaultPolicy(
    mode: .passcodeOnly, enrolment: .requireOther, maxAttempts: 5, wipeAtMax: true, passcodeSetupNeeded: false)

  func with(_ change: (inout VaultPolicy) -> Void) -> VaultPolicy {
    var policy = self
    change(&policy)
    return policy
  }
}

func typed(_ passcode: String) -> TypedPasscode { TypedPasscode(utf16: Array(passcode.utf16)) }

func passcodeSlot(_ passcode: String) throws -> SlotRequest {
  .appPasscode(try normalisePasscode(typed(passcode)), iterations: 100_000)
}

func changes(_ values: [String: String?]) throws -> Changes {
  var changes: Changes = [:]
  for (name, value) in values { changes.updateValue(value.map { Bytes($0.utf8) }, forKey: try PayloadKey(name)) }
  return changes
}

func values(_ values: [String: String]) throws -> Values {
  withChanges([:], try changes(values))
}

func newVault(
  _ passcode: String, _ content: [String: String] = [:], _ policy: VaultPolicy = .test
) throws -> NewVault {
  NewVault(policy: policy, slots: [try passcodeSlot(passcode)], values: try values(content))
}

func bothSlots(
  _ passcode: String, _ content: [String: String] = [:], _ policy: VaultPolicy = .test
) throws -> NewVault {
  NewVault(
    policy: policy.with { $0.mode = .biometricAndPasscode }, slots: [.biometric, try passcodeSlot(passcode)],
    values: try values(content))
}

func openVault(_ content: [String: String]) throws -> NewVault {
  NewVault(policy: .test.with { $0.mode = .secureStorage }, slots: [.device], values: try values(content))
}

func anotherPasscode(_ passcode: String) throws -> RekeyRequest {
  RekeyRequest(policy: .test, keep: [], create: [try passcodeSlot(passcode)])
}

/// What a task is refused with; any other failure fails the test.
func refusalCode(_ task: () async throws -> Void) async throws -> CoreErrorCode? {
  do {
    try await task()
    return nil
  } catch let error as CoreError {
    return error.code
  }
}

extension CoreVault {
  func unlock(passcode: String) async throws {
    try await unlock(with: .appPasscode, passcode: typed(passcode))
  }

  func unlock(byPrompt: Bool) async throws {
    if byPrompt { try await unlock() } else { try await unlock(with: .biometric) }
  }

  func write(_ values: [String: String?], policy: PolicyChanges = PolicyChanges(), lease: String? = nil) async throws {
    try await write(try changes(values), WriteOptions(policy: policy, lease: lease))
  }

  func read() async throws -> [String: String] {
    var texts: [String: String] = [:]
    for (name, value) in try await values() { texts[name.text] = String(decoding: value, as: UTF8.self) }
    return texts
  }
}

extension Device {
  func storedAnchor() throws -> Anchor {
    try TaggedAnchor(parsing: try #require(disk.anchors[testName])).anchor
  }

  func storedEnvelope() throws -> Envelope {
    try Envelope(parsing: try #require(disk.blobs[testName]))
  }

  func slotId(_ kind: Kind) throws -> Bytes {
    try #require(try storedEnvelope().header.slots.first { $0.head.kind == kind }).head.slotId
  }

  var isEmpty: Bool { disk.anchors.isEmpty && disk.blobs.isEmpty && disk.formers.isEmpty }
}

extension Milliseconds {
  static let hour: Milliseconds = 3_600_000
}
