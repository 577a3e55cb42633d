import Testing

@testable import VaultCore

/// A lease minds what it names, and nothing else.
struct LeaseTests {
  private func leased(isJoint: Bool = false) async throws -> (core: CoreVault, elsewhere: CoreVault) {
    let device = Device()
    let core = TestProcess(device, .init(isJoint: isJoint)).core
    try await core.create(try newVault("1234", ["session": "1", "other": "x"]))
    try await core.leases.begin("l", [.session, try PayloadKey("id")])
    let elsewhere = TestProcess(device, .init(isJoint: isJoint)).core
    try await elsewhere.start()
    try await elsewhere.unlock(passcode: "1234")
    return (core, elsewhere)
  }

  @Test(arguments: [true, false])
  func anotherKeyWasWrittenHereAndElsewhereThenItLocked(isJoint: Bool) async throws {
    let (core, elsewhere) = try await leased(isJoint: isJoint)
    try await core.write(["other": "y"])
    try await elsewhere.write(["more": "z"])
    core.lock()
    try await core.write(["session": "2"], lease: "l")
    try await core.unlock(passcode: "1234")
    #expect(try await core.read() == ["session": "2", "other": "y", "more": "z"])
  }

  @Test func writtenWithTheSameValueIsUnchanged() async throws {
    let (core, elsewhere) = try await leased()
    try await elsewhere.write(["session": "1"])
    core.lock()
    try await core.write(["session": "2"], lease: "l")
    #expect(try await elsewhere.read()["session"] == "2")
  }

  @Test(arguments: [["session": "9"], ["session": nil], ["id": "9"]] as [[String: String?]])
  func whatItNamesWasChangedElsewhereIsAConflict(change: [String: String?]) async throws {
    let (core, elsewhere) = try await leased()
    try await elsewhere.write(change)
    core.lock()
    #expect(try await refusalCode { try await core.write(["session": "2"], lease: "l") } == .conflict)
    #expect(try await elsewhere.read()["session"] != "2")
  }

  @Test func whereNothingLocksTheKeyMayBeMadeAgainMeanwhile() async throws {
    let core = TestProcess(Device()).core
    try await core.create(try openVault(["session": "1"]))
    try await core.leases.begin("l", [.session])
    core.lock()
    try await core.write(["other": "x"])
    try await core.write(["session": "2"], lease: "l")
    #expect(try await core.read() == ["session": "2", "other": "x"])
  }

  @Test func isUsedOnceAndForItsNamesOnly() async throws {
    let (core, _) = try await leased()
    let second = try await refusalCode { try await core.leases.begin("m", [.session]) }
    #expect(second == .conflict)
    #expect(try await refusalCode { try await core.write(["other": "2"], lease: "l") } == .invalidArgument)
    #expect(try await refusalCode { try await core.write(["session": "2"], lease: "l") } == .locked)
    try await core.leases.begin("m", [.session])
    core.leases.end("m")
    #expect(try await refusalCode { try await core.write(["session": "2"], lease: "m") } == .locked)
    #expect(try await core.read() == ["session": "1", "other": "x"])
  }

  @Test func aDeniedOneLeavesTheOneThatIsThere() async throws {
    let (core, elsewhere) = try await leased()
    let other = try PayloadKey("other")
    #expect(try await refusalCode { try await core.leases.begin("m", [other]) } == .conflict)
    try await elsewhere.write(["session": "9"])
    core.lock()
    #expect(try await refusalCode { try await core.write(["session": "2"], lease: "l") } == .conflict)
    #expect(try await elsewhere.read()["session"] == "9")
  }

  @Test func endsTenSecondsAfterTheLock() async throws {
    let device = Device()
    let core = TestProcess(device).core
    try await core.create(try newVault("1234", ["session": "1"]))
    try await core.leases.begin("l", [.session])
    core.lock()
    device.pass(10_000)
    #expect(try await refusalCode { try await core.write(["session": "2"], lease: "l") } == .locked)
  }

  @Test func inMemoryThereIsNone() async throws {
    let core = TestProcess(Device()).core
    let policy = VaultPolicy.test.with { $0.mode = .inMemoryOnly }
    try await core.create(NewVault(policy: policy, slots: [], values: try values(["a": "1"])))
    #expect(try await refusalCode { try await core.leases.begin("l", [.session]) } == .locked)
  }
}
