import Testing

@testable import VaultCore

/// Every case of `attempts.json`.
struct AttemptVectorTests {
  private let scope = Bytes(repeating: 7, count: 32)

  @Test(arguments: try VectorCase.all(of: "attempts.json"))
  func attempt(_ each: VectorCase) async throws {
    try await each.check { fields in
      let device = Device()
      var ports = CorePorts(of: device)
      ports.kdf = QuickKdf()
      let attempts: Int = try fields.take("attempts")
      let delayStart = Milliseconds(try fields.take("delayStart") as Int)
      let created = try await vault(
        ports, maxAttempts: try fields.take("maxAttempts"), wipeAtMax: try fields.take("wipeAtMax"))
      let counted = try writeAnchor(ports, created) {
        $0.attempts = attempts
        $0.delayStart = delayStart
      }
      let now = Milliseconds(try fields.take("now") as Int)
      device.with { $0.now = now }
      let outcome = try result { try spendAttempt(ports, counted) }
      try require(try fields.object("expect"), ports, outcome, attempts, delayStart)
    }
  }

  private func vault(_ ports: CorePorts, maxAttempts: Int, wipeAtMax: Bool) async throws -> LoadedVault {
    let policy = VaultPolicy(
      mode: .passcodeOnly, enrolment: .requireOther, maxAttempts: maxAttempts, wipeAtMax: wipeAtMax,
      passcodeSetupNeeded: false)
    let passcode = SecretBytes(copying: Bytes(repeating: 0, count: 8))
    let slot = SlotRequest.appPasscode(passcode, iterations: Limit.iterationsMin)
    return try await createVault(ports, scope, over: nil, NewVault(policy: policy, slots: [slot], values: [:])).vault
  }

  private func require(
    _ expected: StrictObject, _ ports: CorePorts, _ result: Result<LoadedVault, CoreError>, _ attempts: Int,
    _ delayStart: Milliseconds
  ) throws {
    guard let error: String = try expected.takeIfAny("error") else {
      let anchor = try result.get().anchor
      try requireEqual(anchor.attempts, expected.take("attempts"))
      try requireEqual(anchor.pending, true)
      try requireEqual(anchor.delayStart, delayStart)
      return try expected.assertAllTaken()
    }
    guard case .failure(let refusal) = result else { throw Unrefused() }
    try requireEqual(refusal.code.rawValue, error)
    let after = try loadVault(ports, VaultPlace(scope))
    if error == "TOO_MANY_ATTEMPTS" {
      try requireEqual(after == nil, true)
    } else {
      try requireEqual(refusal.retryAfter, Milliseconds(try expected.take("wait") as Int))
      let anchor = try #require(after?.anchor)
      try requireEqual(anchor.attempts, attempts)
      try requireEqual(anchor.pending, false)
      try requireEqual(anchor.delayStart, Milliseconds(try expected.take("delayStart") as Int))
    }
    try expected.assertAllTaken()
  }
}

private struct Unrefused: Error {}

private func result<Value>(_ task: () throws -> Value) throws -> Result<Value, CoreError> {
  do {
    return .success(try task())
  } catch let error as CoreError {
    return .failure(error)
  }
}
