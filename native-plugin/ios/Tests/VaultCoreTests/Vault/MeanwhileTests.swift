import Testing

@testable import VaultCore

/// What comes while something else is under way.
struct MeanwhileTests {
  @Test func aLockDuringACreation_wins() async throws {
    let meanwhile = Guarded<(@Sendable () -> Void)?>(nil)
    let core = TestProcess(Device()) { ports in
      var function = HookedFunction(base: ports.deviceFunction)
      function.beforeCreate = { _ in meanwhile.with { $0 }?() }
      ports.deviceFunction = function
    }.core
    meanwhile.with { $0 = { core.lock() } }
    #expect(try await refusalCode { try await core.create(try newVault("1234", ["a": "1"])) } == .locked)
    #expect(core.state.phase != .unlocked)
    meanwhile.with { $0 = nil }
    try await core.unlock(passcode: "1234")
    #expect(try await core.read() == ["a": "1"])
  }

  @Test(arguments: [true, false])
  func aLockWhileAReadDecrypts_wins(isJoint: Bool) async throws {
    let meanwhile = Guarded<(@Sendable () -> Void)?>(nil)
    let process = TestProcess(
      Device(),
      .init(isJoint: isJoint) { ports in
        ports.aead = HookedAead(base: ports.aead) { meanwhile.with { $0 }?() }
      })
    try await process.core.create(try newVault("1234", ["a": "1"]))
    #expect(try await process.core.read() == ["a": "1"])
    meanwhile.with { $0 = { process.core.lock() } }
    #expect(try await refusalCode { _ = try await process.core.values() } == .locked)
    #expect(process.events == ["locked saved=true timeout=false"])
    meanwhile.with { $0 = nil }
  }

  @Test func aWriteInOneTransactionThatWasOvertaken_isAConflict() async throws {
    let device = Device()
    let isOvertaken = Guarded(false)
    let core = TestProcess(
      device,
      .init(isJoint: true) { ports in
        ports.aead = HookedAead(base: ports.aead) {
          if isOvertaken.with({ $0 }) { device.with { $0.disk.anchors[testName]?.append(0) } }
        }
      }
    ).core
    try await core.create(try newVault("1234", ["a": "1"]))
    let before = device.disk
    isOvertaken.with { $0 = true }
    #expect(try await refusalCode { try await core.write(["a": "2"]) } == .conflict)
    #expect(device.disk.blobs == before.blobs)
  }

  @Test func theLastWrongPasscode_isToldAtOnce() async throws {
    let device = Device()
    try await TestProcess(device).core.create(try newVault("1234"))
    let process = TestProcess(device)
    for _ in 0..<4 {
      #expect(try await refusalCode { try await process.core.unlock(passcode: "9999") } == .authenticationFailed)
      device.pass(.hour)
    }
    #expect(try await refusalCode { try await process.core.unlock(passcode: "9999") } == .tooManyAttempts)
    #expect(process.events == ["erased"])
    #expect(process.core.state.phase == .absent)
  }
}
