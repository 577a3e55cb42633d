import Testing

@testable import VaultCore

/// Two processes over the same storage: an app and its extension.
@Suite(.serialized)
struct ProcessTests {
  private let device = Device()

  private func pair(_ isJoint: Bool) -> (TestProcess, TestProcess) {
    (TestProcess(device, .init(isJoint: isJoint)), TestProcess(device, .init(isJoint: isJoint)))
  }

  @Test(arguments: [true, false])
  func seeWhatTheOtherOneWrote(isJoint: Bool) async throws {
    let (first, second) = pair(isJoint)
    try await first.core.create(try newVault("1234", ["a": "1"]))
    try await second.core.start()
    try await second.core.unlock(passcode: "1234")
    try await second.core.write(["b": "2"])
    #expect(try await first.core.read() == ["a": "1", "b": "2"])
  }

  @Test(arguments: [true, false])
  func oneRekeysAndTheOtherOneIsLockedWhichIsNoDamage(isJoint: Bool) async throws {
    let (first, second) = pair(isJoint)
    try await first.core.create(try newVault("1234", ["a": "1"]))
    try await second.core.start()
    try await second.core.unlock(passcode: "1234")
    try await second.core.rekey(try anotherPasscode("5678"))

    #expect(try await refusalCode { _ = try await first.core.values() } == .locked)
    #expect(first.events == ["locked saved=true timeout=false"])
    #expect(try await refusalCode { try await first.core.unlock(passcode: "1234") } == .authenticationFailed)
    try await first.core.unlock(passcode: "5678")
    #expect(try await first.core.read() == ["a": "1"])
  }

  @Test(arguments: [true, false])
  func oneLogsInAnewAndTheOtherOneIsLocked(isJoint: Bool) async throws {
    let (first, second) = pair(isJoint)
    try await first.core.create(try newVault("1234", ["a": "1"]))
    try await second.core.create(try newVault("5678", ["a": "2"]))
    #expect(try await refusalCode { try await first.core.write(["b": "2"]) } == .locked)
    #expect(try await second.core.read() == ["a": "2"])
  }

  @Test(arguments: [true, false])
  func aFirstVaultDoesNotTakeThePlaceOfWhatTheOtherOneMadeMeanwhile(isInMemory: Bool) async throws {
    let (first, second) = pair(false)
    #expect(try await first.core.start() == nil)
    try await second.core.create(try newVault("1234", ["a": "1"]))
    var vault = try newVault("5678", ["a": "2"])
    if isInMemory {
      vault = NewVault(policy: .test.with { $0.mode = .inMemoryOnly }, slots: [], values: vault.values)
    }
    #expect(try await refusalCode { try await first.core.create(vault, replaces: false) } == .conflict)
    #expect(try await second.core.read() == ["a": "1"])
    #expect(first.core.state.phase == .locked)
  }

  @Test func secureStorageThatTheOtherOneMadeIsOpenedWithoutAnybodyBeingAsked() async throws {
    let (first, second) = pair(false)
    try await first.core.create(try openVault(["a": "1"]))
    #expect(try await first.core.read() == ["a": "1"])
    try await second.core.create(try openVault(["a": "2"]))
    #expect(try await first.core.read() == ["a": "2"])
    #expect(first.events == [])
  }

  @Test func theOtherOnePutsAPasscodeBeforeItAndTakesItAwayAgain() async throws {
    let (first, second) = pair(false)
    try await first.core.create(try openVault(["a": "1"]))
    try await second.core.start()
    try await second.core.rekey(try anotherPasscode("1234"))
    #expect(try await refusalCode { _ = try await first.core.values() } == .locked)
    #expect(first.events == ["locked saved=true timeout=false"])

    let open = try openVault([:])
    try await second.core.rekey(RekeyRequest(policy: open.policy, keep: [], create: open.slots))
    try await first.core.start()
    #expect(try await first.core.read() == ["a": "1"])
  }

  @Test(arguments: [true, false])
  func aLeaseOverARekeyElsewhereIsAConflictAndAReadFindsItLocked(writes: Bool) async throws {
    let (first, second) = pair(false)
    try await first.core.create(try newVault("1234", ["a": "1"]))
    try await first.core.leases.begin("l", [try PayloadKey("a")])
    try await second.core.start()
    try await second.core.unlock(passcode: "1234")
    try await second.core.rekey(try anotherPasscode("5678"))
    if writes {
      #expect(try await refusalCode { try await first.core.write(["a": "2"], lease: "l") } == .conflict)
    } else {
      #expect(try await refusalCode { _ = try await first.core.values() } == .locked)
      #expect(first.events == ["locked saved=true timeout=false"])
    }
    #expect(try await second.core.read() == ["a": "1"])
  }

  @Test func whatSomeoneChangedIsFoundAndLocks() async throws {
    let (first, _) = pair(false)
    try await first.core.create(try newVault("1234", ["a": "1"]))
    device.with { $0.disk.blobs[testName]?[200] ^= 1 }
    #expect(try await refusalCode { try await first.core.write(["b": "2"]) } == .corrupt)
    #expect(first.events == ["locked saved=true timeout=false"])
  }

  @Test func whatTheOtherOneErasedIsGoneHereToo() async throws {
    let (first, second) = pair(false)
    try await first.core.create(try newVault("1234", ["a": "1"]))
    try await second.core.erase()
    #expect(try await refusalCode { _ = try await first.core.values() } == .notFound)
    #expect(first.events == ["erased"])
    #expect(first.core.state.phase == .absent)
  }

  @Test func anAttemptThatAKilledProcessBeganIsJudgedByTheNextLoad() async throws {
    let (first, _) = pair(false)
    try await first.core.create(try newVault("1234", ["a": "1"]))
    try? await TestProcess(device, .init(steps: 1)).core.unlock(passcode: "9999")
    #expect(try device.storedAnchor().pending)
    #expect(try await first.core.read() == ["a": "1"])
    let anchor = try device.storedAnchor()
    #expect(anchor.attempts == 1 && !anchor.pending)
  }
}
