import Testing

@testable import VaultCore

private struct Everywhere: StoredEverywhere {
  let device: Device
  var beforeRead: Hook = { _ in }

  var anchorMac: any AnchorMac { DeviceRing(device: device, life: Life()) }
  var mutex: any Mutex { device.mutex }

  func anchorNames() throws -> [String] { Array(device.disk.anchors.keys) }

  func readAnchor(_ name: String) throws -> Bytes? {
    try beforeRead(name)
    return device.disk.anchors[name]
  }

  func keyNames() throws -> [String] { Array(device.ring.keys) }

  func destroyKey(_ name: String) throws {
    device.with { $0.ring[name] = nil }
  }
}

struct SweepKeyTests {
  private let device = Device()
  private let foreign = "idv1.\(String(repeating: "ab", count: 16)).\(String(repeating: "cd", count: 8))"

  private func put(_ names: [String]) {
    device.with { for name in names { $0.ring[name] = Bytes(repeating: 0, count: 32) } }
  }

  /// - Returns: the name of the keys of its slot
  private func makeVault() async throws -> String {
    try await TestProcess(device).core.create(try newVault("1234", ["a": "1"]))
    let prf = try #require(device.ring.keys.first { $0.hasSuffix(".prf") })
    return String(prf.dropLast(4))
  }

  private var slotKeys: [String] { device.ring.keys.filter { $0.hasSuffix(".prf") } }

  @Test func destroysKeysOfSlotsAndVaultsThatNoAnchorListsAndNoOther() async throws {
    let own = try await makeVault()
    let names = Set(device.ring.keys)
    let unlisted = "\(own.dropLast(16))\(String(repeating: "ef", count: 8))"
    let anchorKey = "idv1.\(String(repeating: "ab", count: 32)).anchor"
    let others = ["somebody else's", anchorKey, "\(foreign).other", "idv1..prf"]
    put(["\(foreign).prf", "\(foreign).kem", "\(unlisted).prf", "\(unlisted).kem"] + others)
    try await sweepKeys(Everywhere(device: device))
    #expect(Set(device.ring.keys) == names.union(others))
    try await TestProcess(device).core.unlock(passcode: "1234")
  }

  @Test func destroysWhatAKilledCreationLeftBehind() async throws {
    let core = TestProcess(device, .init(steps: 3)).core
    await #expect(throws: Crash.self) { try await core.create(try newVault("1234")) }
    #expect(slotKeys.count == 1)
    try await sweepKeys(Everywhere(device: device))
    #expect(slotKeys.isEmpty)
  }

  @Test func destroysNothingWhereAnAnchorCanNotBeReadNow() async throws {
    _ = try await makeVault()
    put(["\(foreign).prf"])
    let locked = Everywhere(device: device, beforeRead: { _ in throw busy })
    #expect(try await refusalCode { try await sweepKeys(locked) } == .temporarilyUnavailable)
    #expect(device.ring["\(foreign).prf"] != nil)
  }

  @Test func anAnchorOfAnotherScopeVouchesForNothing() async throws {
    let own = try await makeVault()
    device.with { $0.disk.anchors = [String(repeating: "00", count: 32): $0.disk.anchors[testName] ?? []] }
    try await sweepKeys(Everywhere(device: device))
    #expect(device.ring["\(own).prf"] == nil)
  }

  @Test func aChangedAnchorVouchesForNothing() async throws {
    let own = try await makeVault()
    device.with { $0.disk.anchors[testName]?[60] ^= 1 }
    try await sweepKeys(Everywhere(device: device))
    #expect(device.ring["\(own).prf"] == nil)
  }

  @Test func thatBeginsBetweenTheFirstKeyOfACreationAndItsAnchorWaitsForThat() async throws {
    let sweeping = Guarded<Task<Void, any Error>?>(nil)
    let core = TestProcess(device) { [device] ports in
      let sweep: @Sendable () -> Bool = {
        sweeping.with { $0 = $0 ?? Task { try await sweepKeys(Everywhere(device: device)) } }
        return true
      }
      ports.anchors = HookedAnchors(base: ports.anchors, beforeReplace: sweep)
    }.core
    try await core.create(try newVault("1234"))
    try await sweeping.with { $0 }?.value
    try await TestProcess(device).core.unlock(passcode: "1234")
  }

  @Test func waitsForACreationAndARekeyThatMakeKeysAndKeepsThese() async throws {
    let core = TestProcess(device).core
    async let created: Void = core.create(try bothSlots("1234", ["a": "1"]))
    try await sweepKeys(Everywhere(device: device))
    try await created
    let policy = VaultPolicy.test.with { $0.mode = .biometricAndPasscode }
    async let rekeyed: Void = core.rekey(
      RekeyRequest(policy: policy, keep: [.biometric], create: [try passcodeSlot("5678")]))
    for _ in 0..<5 { try await sweepKeys(Everywhere(device: device)) }
    try await rekeyed
    try await TestProcess(device).core.unlock(passcode: "5678")
  }
}
