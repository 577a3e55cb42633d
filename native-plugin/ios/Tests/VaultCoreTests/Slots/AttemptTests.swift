import Testing

@testable import VaultCore

/// What an attempt costs. FORMAT.md §11.
struct AttemptTests {
  private let device = Device()

  private func makeVault() async throws -> CoreVault {
    let core = TestProcess(device).core
    try await core.create(try newVault("1234", ["a": "1"]))
    core.lock()
    return core
  }

  private func failingKdf(_ code: CoreErrorCode) -> CoreVault {
    TestProcess(device) { $0.kdf = HookedKdf(base: $0.kdf) { throw CoreError(code, "no result") } }.core
  }

  @Test(arguments: [CoreErrorCode.temporarilyUnavailable, .keyMissing, .deviceFunctionFailed])
  func withoutAResultItCostsNothing(code: CoreErrorCode) async throws {
    let core = try await makeVault()
    for _ in 0..<2 {
      #expect(try await refusalCode { try await core.unlock(passcode: "9999") } == .authenticationFailed)
    }
    let before = try device.storedAnchor()
    #expect(try await refusalCode { try await failingKdf(code).unlock(passcode: "1234") } == code)
    #expect(try device.storedAnchor() == before)
  }

  @Test func whatIsUnforeseenStaysCounted() async throws {
    _ = try await makeVault()
    #expect(try await refusalCode { try await failingKdf(.limitExceeded).unlock(passcode: "1234") } == .limitExceeded)
    #expect(try device.storedAnchor().pending)
    try await TestProcess(device).core.start()
    #expect(try device.storedAnchor().attempts == 1)
  }

  @Test func withoutTheDevicesKeyNothingIsSpent() async throws {
    let core = try await makeVault()
    device.with { device in device.ring = device.ring.filter { !$0.key.hasSuffix(".prf") } }
    #expect(try await refusalCode { try await core.unlock(passcode: "1234") } == .keyMissing)
    #expect(try device.storedAnchor().attempts == 0)
  }

  @Test func noPasscodeIsNoPasscode() async throws {
    let core = try await makeVault()
    #expect(try await refusalCode { try await core.unlock(with: .appPasscode) } == .invalidPasscode)
    #expect(try device.storedAnchor().attempts == 0)
  }

  @Test func tooEarlyNothingIsCheckedAndTheWaitIsTold() async throws {
    let core = try await makeVault()
    for _ in 0..<3 {
      #expect(try await refusalCode { try await core.unlock(passcode: "9999") } == .authenticationFailed)
    }
    device.pass(1000)
    let guesses = device.guesses
    do {
      try await core.unlock(passcode: "1234")
      Issue.record("it was not too early")
    } catch let error as CoreError {
      #expect(error.code == .attemptDelayed)
      #expect(error.retryAfter == 4000)
    }
    #expect(device.guesses == guesses)
    device.pass(4000)
    try await core.unlock(passcode: "1234")
  }

  @Test func aSlotOfKeysThatThisDeviceHasNotIsRefused() async throws {
    try await TestProcess(device).core.create(try bothSlots("1234"))
    let core = TestProcess(device) { $0.kems = SlotKems() }.core
    #expect(try await refusalCode { try await core.unlock(with: .biometric) } == .policyNotMet)
    try await core.unlock(passcode: "1234")
  }

  @Test func whatCanNotBeWrappedAgainWithoutThePersonStaysUnderItsKey() async throws {
    let core = TestProcess(device) { ports in
      guard let base = ports.kems.biometric else { return }
      ports.kems.biometric = HookedKem(base: base)
    }.core
    try await core.create(try bothSlots("1234", ["a": "1"]))
    core.lock()
    try await core.unlock(passcode: "1234")
    let finger = try device.storedEnvelope().header.slots[0]
    let policy = VaultPolicy.test.with { $0.mode = .biometricAndPasscode }
    try await core.rekey(RekeyRequest(policy: policy, keep: [.biometric], create: [try passcodeSlot("5678")]))
    #expect(try device.storedEnvelope().header.slots[0] == finger)
    core.lock()
    try await core.unlock(with: .biometric)
    #expect(try await core.read() == ["a": "1"])
  }
}
