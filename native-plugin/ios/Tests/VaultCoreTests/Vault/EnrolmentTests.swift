import Testing

@testable import VaultCore

private func policy(_ enrolment: Enrolment) -> VaultPolicy {
  .test.with {
    $0.mode = .biometricAndPasscode
    $0.enrolment = enrolment
  }
}

/// What a changed enrolment does is decided by the key, so it changes with the key.
struct EnrolmentTests {
  private let device = Device()

  private func process(_ change: @escaping @Sendable (inout HookedKem) -> Void) -> CoreVault {
    TestProcess(device) { ports in
      guard let base = ports.kems.biometric else { return }
      var kem = HookedKem(base: base)
      change(&kem)
      ports.kems.biometric = HookedPublicKem(hooked: kem)
    }.core
  }

  private func vault(_ enrolment: Enrolment, in core: CoreVault) async throws {
    try await core.create(try bothSlots("1234", ["a": "1"], policy(enrolment)))
  }

  @Test(arguments: [
    (Enrolment.ignore, Enrolment.wipe, true), (.requireOther, .ignore, true), (.requireOther, .wipe, false),
  ])
  func anotherOneMayTakeAnotherKey(from: Enrolment, to: Enrolment, isNewKey: Bool) async throws {
    let made = Guarded<[Bool]>([])
    let core = process { $0.beforeCreate = { survives in made.with { $0.append(survives) } } }
    try await vault(from, in: core)
    let (finger, passcode) = (try device.slotId(.biometric), try device.slotId(.appPasscode))
    try await core.rekey(RekeyRequest(policy: policy(to), keep: [.biometric, .appPasscode], create: []))

    #expect(try device.storedEnvelope().header.enrolment == to)
    #expect(try device.slotId(.appPasscode) == passcode)
    let isMadeAnew = try device.slotId(.biometric) != finger
    #expect(isMadeAnew == isNewKey)
    #expect(made.with { $0 } == (isNewKey ? [from == .ignore, to == .ignore] : [from == .ignore]))
    core.lock()
    try await core.unlock(with: .biometric)
    #expect(try await core.read() == ["a": "1"])
  }

  @Test func whereTheNewKeyCanNotBeMadeNothingChanges() async throws {
    try await vault(.ignore, in: TestProcess(device).core)
    let before = device.disk
    let core = process { $0.beforeCreate = { _ in throw CoreError(.policyNotMet, "nobody is enrolled") } }
    try await core.unlock(with: .biometric)
    let request = RekeyRequest(policy: policy(.wipe), keep: [.biometric, .appPasscode], create: [])
    #expect(try await refusalCode { try await core.rekey(request) } == .policyNotMet)
    #expect(device.disk == before)
  }

  /// A KEM key that is definitely not there, while the other key of its slot is: the system destroyed it.
  private func withoutFinger() -> CoreVault {
    process { $0.beforeDecapsulate = { throw CoreError(.keyMissing, "errSecItemNotFound") } }
  }

  @Test(arguments: [true, false])
  func wipeErasesTheVault(byPrompt: Bool) async throws {
    try await vault(.wipe, in: TestProcess(device).core)
    let core = withoutFinger()
    try await core.start()
    let refusal = try await refusalCode { try await core.unlock(byPrompt: byPrompt) }
    #expect(refusal == .keyInvalidated)
    #expect(device.isEmpty)
    #expect(core.state.phase == .absent)
  }

  @Test(arguments: [true, false])
  func requireOtherOpensWithThePasscodeAndMakesTheSlotAnew(byPrompt: Bool) async throws {
    try await vault(.requireOther, in: TestProcess(device).core)
    let before = try device.slotId(.biometric)
    let core = withoutFinger()
    try await core.start()
    let refusal = try await refusalCode { try await core.unlock(byPrompt: byPrompt) }
    #expect(refusal == .keyInvalidated)
    #expect(try device.storedAnchor().deadSlots == [before])
    try await core.unlock(passcode: "1234")
    #expect(try device.slotId(.biometric) != before)
    let next = TestProcess(device).core
    try await next.unlock(with: .biometric)
    #expect(try await next.read() == ["a": "1"])
  }

  @Test func withBothKeysGoneNobodyKnowsWhySoNothingIsErasedOrMarked() async throws {
    try await vault(.wipe, in: TestProcess(device).core)
    let finger = try device.slotId(.biometric).hex
    device.with { device in device.ring = device.ring.filter { !$0.key.contains(finger) } }
    let core = withoutFinger()
    #expect(try await refusalCode { try await core.unlock(with: .biometric) } == .keyMissing)
    #expect(try device.storedAnchor().deadSlots == [])
    try await core.unlock(passcode: "1234")
    try await core.write(["b": "2"])
    #expect(try await core.read() == ["a": "1", "b": "2"])
  }

  @Test func aDeadSlotThatNeedsAPromptStaysDeadUntilSomebodyMakesIt() async throws {
    try await vault(.requireOther, in: TestProcess(device).core)
    let core = TestProcess(device) { ports in
      guard let base = ports.kems.biometric else { return }
      let gone = CoreError(.keyInvalidated, "enrolled")
      ports.kems.biometric = HookedKem(base: base, beforeDecapsulate: { throw gone })
    }.core
    #expect(try await refusalCode { try await core.unlock(with: .biometric) } == .keyInvalidated)
    try await core.unlock(passcode: "1234")
    #expect(try device.storedEnvelope().header.slots.map(\.head.kind) == [.appPasscode])
    #expect(try device.storedAnchor().deadSlots == [])
  }

  /// What an effect is for is captured when it is queued. FORMAT.md §15.
  @Test func theDeadSlotIsTheOneAtTheMomentThatItIsToldOf() async throws {
    let process = TestProcess(device) { ports in
      guard let base = ports.kems.biometric else { return }
      let gone = CoreError(.keyInvalidated, "enrolled")
      ports.kems.biometric = HookedKem(base: base, beforeDecapsulate: { throw gone })
    }
    try await vault(.requireOther, in: process.core)
    let (store, session) = (VaultStore(process.ports, scope: testScope), Session(process.ports))
    let operations = Operations(process.ports, scope: testScope)
    let prompts = Prompts(
      store: store, session: session, authenticator: process.authenticator, operations: operations)
    let keeper = Keeper(store: store, session: session, prompts: prompts, operations: operations)
    let stored = try #require(try store.load())
    let finger = try #require(stored.envelope.header.slots.first).head
    var other = finger
    other.slotId = try device.slotId(.appPasscode)

    let (busy, queue) = AsyncStream<Void>.makeStream()
    operations.later { for await _ in busy {} }
    #expect(try await refusalCode { _ = try await session.decapsulate(stored, finger) } == .keyInvalidated)
    keeper.markSlotDead { _ in }
    // As where the key of another slot turns out to be gone before that is written down.
    _ = try await refusalCode { _ = try await session.decapsulate(stored, other) }
    queue.finish()
    await operations.settled()
    #expect(try device.storedAnchor().deadSlots == [finger.slotId])
  }

  @Test func whatIsDeadIsNotAskedForAgain() async throws {
    try await TestProcess(device).core.create(try bothSlots("1234", ["a": "1"]))
    device.with { $0.kems.live = [] }
    let process = TestProcess(device, .init(passcodes: ["1234"]))
    #expect(try await refusalCode { try await process.core.unlock() } == .keyInvalidated)
    try await process.core.unlock()
    #expect(try await process.core.read() == ["a": "1"])
  }
}
