import Testing

@testable import VaultCore

/// What a person is asked, and what comes of it.
struct PromptTests {
  private let device = Device()

  private func process(
    _ passcodes: [String] = [], finger: @escaping @Sendable () async throws -> Void = {}, isVague: Bool = false
  ) -> TestProcess {
    TestProcess(
      device,
      .init(passcodes: passcodes) { ports in
        guard let base = ports.kems.biometric else { return }
        ports.kems.biometric = HookedKem(base: base, cancelOffersOther: isVague, beforeDecapsulate: finger)
      })
  }

  private func makeVault() async throws {
    try await TestProcess(device).core.create(try bothSlots("1234", ["a": "1"]))
  }

  private func refuse(_ code: CoreErrorCode) -> @Sendable () async throws -> Void {
    { throw CoreError(code, "the prompt") }
  }

  @Test func theFirstSlotIsAskedFor() async throws {
    try await makeVault()
    let started = process()
    try await started.core.unlock()
    #expect(started.events == ["unlocked"])
    #expect(try await started.core.read() == ["a": "1"])
  }

  @Test(arguments: [CoreErrorCode.lockedOut, .keyMissing, .policyNotMet])
  func afterWhatCanNotBeUsedNowTheOtherOneIsAskedFor(code: CoreErrorCode) async throws {
    try await makeVault()
    let finger = try device.slotId(.biometric).hex
    // Both keys gone: else it would be one that the system destroyed.
    device.with { device in device.ring = device.ring.filter { code != .keyMissing || !$0.key.contains(finger) } }
    try await process(["1234"], finger: refuse(code)).core.unlock()
  }

  @Test(arguments: [true, false])
  func aCancellationEndsThePromptUnlessItMayBeAKeyThatIsGone(isVague: Bool) async throws {
    try await makeVault()
    let started = process(["1234"], finger: refuse(.userCanceled), isVague: isVague)
    #expect(try await refusalCode { try await started.core.unlock() } == (isVague ? nil : .userCanceled))
  }

  @Test func nobodyIsAskedAgainByItselfAfterACancellation() async throws {
    try await makeVault()
    let started = process(finger: refuse(.userCanceled))
    try await started.core.start()
    #expect(try await refusalCode { try await started.core.unlock() } == .userCanceled)
    let automatic = UnlockOptions(automatic: true)
    #expect(try await refusalCode { try await started.core.unlock(automatic) } == .locked)
    started.core.pause()
    started.core.resume()
    #expect(try await refusalCode { try await started.core.unlock(automatic) } == .userCanceled)
  }

  @Test func aWrongPasscodeIsToldInThePrompt() async throws {
    try await makeVault()
    let started = process(["12", "9999", "1234"])
    try await started.core.unlock(UnlockOptions(only: .appPasscode))
    #expect(started.authenticator.told == [.invalidPasscode, .authenticationFailed])
  }

  @Test func anEmptyEntryIsACancellation() async throws {
    try await makeVault()
    let started = process([""])
    #expect(try await refusalCode { try await started.core.unlock(UnlockOptions(only: .appPasscode)) } == .userCanceled)
  }

  @Test func aSlotThatIsNotThereIsNotAskedFor() async throws {
    try await makeVault()
    let asked = UnlockOptions(only: .deviceCredential)
    #expect(try await refusalCode { try await process().core.unlock(asked) } == .slotNotFound)
  }

  @Test func ofNothingThereIsNoPrompt() async throws {
    #expect(try await refusalCode { try await process().core.unlock() } == .notFound)
  }

  @Test func theLastWrongPasscodeErases() async throws {
    let policy = VaultPolicy.test.with { $0.maxAttempts = 2 }
    try await TestProcess(device).core.create(try newVault("1234", ["a": "1"], policy))
    let started = process(["9999", "9999", "1234"])
    #expect(try await refusalCode { try await started.core.unlock() } == .tooManyAttempts)
    #expect(device.isEmpty)
    #expect(started.events == ["erased"])
  }

  @Test func callsShareThePrompt() async throws {
    try await makeVault()
    let (gate, opened) = AsyncStream<Void>.makeStream()
    let asked = Guarded(0)
    let started = process(finger: {
      asked.with { $0 += 1 }
      for await _ in gate {}
    })
    try await started.core.start()
    async let first: Void = started.core.unlock()
    async let second: Void = started.core.unlock()
    try await eventually { asked.with { $0 } == 1 && started.core.state.callers.count == 2 }
    opened.finish()
    _ = try await (first, second)
    #expect(asked.with { $0 } == 1)
  }

  @Test func aLockThatComesMeanwhileWins() async throws {
    try await makeVault()
    let core = Guarded<CoreVault?>(nil)
    let started = process(finger: { core.with { $0 }?.lock() })
    core.with { $0 = started.core }
    try await started.core.start()
    #expect(try await refusalCode { try await started.core.unlock() } == .locked)
    #expect(try await refusalCode { _ = try await started.core.values() } == .locked)
    core.with { $0 = nil }
  }

  @Test func secureStorageIsOpenedWithoutOne() async throws {
    try await TestProcess(device).core.create(try openVault(["a": "1"]))
    let started = process()
    try await started.core.unlock()
    #expect(started.core.state.custody == .open)
    #expect(try await started.core.read() == ["a": "1"])
  }

  @Test func aVaultThatAnotherProcessChangedToOneWithoutPromptsOpensByItself() async throws {
    try await makeVault()
    let started = process()
    try await started.core.start()
    try await TestProcess(device).core.create(try openVault(["b": "2"]))
    try await started.core.unlock()
    #expect(started.events == ["unlocked"])
    #expect(try await started.core.read() == ["b": "2"])
  }

  @Test func whatIsNoRefusalIsNotNow() async throws {
    try await makeVault()
    let started = process(finger: { throw Crash() })
    #expect(try await refusalCode { try await started.core.unlock() } == .temporarilyUnavailable)
  }

  @Test func aSlotThatWasMadeAnewWhileThePersonWasAskedIsAConflict() async throws {
    try await makeVault()
    let elsewhere = TestProcess(device).core
    try await elsewhere.unlock(passcode: "1234")
    let policy = VaultPolicy.test.with { $0.mode = .biometricAndPasscode }
    let started = TestProcess(device) { ports in
      guard let base = ports.kems.biometric else { return }
      let request = RekeyRequest(policy: policy, keep: [.appPasscode], create: [.biometric])
      ports.kems.biometric = HookedKem(base: base, afterDecapsulate: { try await elsewhere.rekey(request) })
    }
    try await started.core.start()
    #expect(try await refusalCode { try await started.core.unlock() } == .conflict)
    try await TestProcess(device).core.unlock(with: .biometric)
  }

  @Test func aLockBetweenTheCallAndItsPromptWins() async throws {
    try await makeVault()
    let started = process(["1234"])
    try await started.core.start()
    let asked = started.core.epoch
    started.core.lock()
    let options = UnlockOptions(only: .appPasscode)
    #expect(try await refusalCode { try await started.core.unlock(options, since: asked) } == .locked)
    #expect(started.events == [])
    // Nobody was asked: the entry is still there.
    try await started.core.unlock(options)
    #expect(started.events == ["unlocked"])
  }

  @Test func aLockBetweenTheCallAndItsTurnWins() async throws {
    try await makeVault()
    let core = Guarded<CoreVault?>(nil)
    let started = TestProcess(device) { ports in
      ports.mutex = HookedMutex(base: ports.mutex, beforeHold: { core.with { $0 }?.lock() })
    }
    core.with { $0 = started.core }
    #expect(try await refusalCode { try await started.core.unlock(passcode: "1234") } == .locked)
    #expect(started.events == [])
    #expect(try await refusalCode { try await started.core.unlock(passcode: "1234") } == .locked)
    core.with { $0 = nil }
    #expect(started.core.state.phase == .locked)
    #expect(try await started.core.unlock(with: .appPasscode, passcode: typed("1234")))
    #expect(try await started.core.unlock(with: .appPasscode, passcode: typed("9999")) == false)
  }
}
