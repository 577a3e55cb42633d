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
