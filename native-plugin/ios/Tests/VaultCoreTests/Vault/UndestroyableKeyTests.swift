import Testing

@testable import VaultCore

/// A key that can not be destroyed.
struct UndestroyableKeyTests {
  private let device = Device()
  private let isStuck = Guarded(true)

  /// A process whose keys can't be destroyed while they are stuck.
  private func process(_ adjust: @escaping (inout CorePorts) -> Void = { _ in }) -> CoreVault {
    TestProcess(device) { [isStuck] ports in
      let refuse: Hook = { _ in if isStuck.with({ $0 }) { throw busy } }
      ports.deviceFunction = HookedFunction(base: ports.deviceFunction, beforeDestroy: refuse)
      adjust(&ports)
    }.core
  }

  @Test func afterANewPasscodeTheVaultGoesOnAndTheKeyIsDestroyedWhenItCanBe() async throws {
    let core = process()
    try await core.create(try newVault("1234", ["a": "1"]))
    let former = try device.slotId(.appPasscode)
    let prf = deviceKeyNames(try device.storedAnchor().vaultId, former).prf
    try await core.rekey(try anotherPasscode("5678"))
    try await core.write(["b": "2"])
    #expect(device.ring[prf] != nil)
    #expect(try device.storedAnchor().keySlots.contains(former))

    let next = process()
    #expect(try await next.start()?.envelope.header.generation == 3)
    try await next.unlock(passcode: "5678")
    #expect(try await next.read() == ["a": "1", "b": "2"])

    isStuck.with { $0 = false }
    try await process().start()
    #expect(device.ring[prf] == nil)
    #expect(try device.storedAnchor().keySlots.count == 1)
  }

  @Test func erasingTheVaultIsGoneAllTheSame() async throws {
    let core = process()
    try await core.create(try newVault("1234", ["a": "1"]))
    try await core.erase()
    #expect(device.isEmpty)
    try await core.create(try newVault("5678", ["a": "2"]))
    #expect(try await core.read() == ["a": "2"])
  }

  @Test func tooManyOfThemRefuseTheNextChangeOfSlotsBeforeAnyKeyIsMade() async throws {
    let core = process()
    try await core.create(try newVault("1000", ["a": "1"]))
    for change in 1..<8 { try await core.rekey(try anotherPasscode(String(1000 + change))) }
    let before = device.ring
    #expect(try await refusalCode { try await core.rekey(try anotherPasscode("2000")) } == .temporarilyUnavailable)
    #expect(device.ring == before)
    try await core.write(["b": "2"])
    core.lock()
    try await core.unlock(passcode: "1007")
    #expect(try await core.read() == ["a": "1", "b": "2"])

    isStuck.with { $0 = false }
    try await core.rekey(try anotherPasscode("2000"))
    #expect(try device.storedAnchor().keySlots.count == 1)
  }

  @Test func ofASlotThatWasNotMadeAfterAllWhatIsToldIsWhyItWasNot() async throws {
    let core = process { ports in
      ports.kdf = HookedKdf(base: ports.kdf) { throw CoreError(.deviceFunctionFailed, "no memory") }
    }
    #expect(try await refusalCode { try await core.create(try newVault("1234")) } == .deviceFunctionFailed)
  }
}
