import Testing

@testable import VaultCore

struct ErasingTests {
  private let device = Device()

  @Test func aForgedEnvelopeBesideAnUnreadableAnchorDoesNotDestroyAnotherVaultsKeys() async throws {
    let other = Device()
    try await TestProcess(other).core.create(try newVault("4321"))
    var header = try other.storedEnvelope().header
    let prf = deviceKeyNames(header.vaultId, try other.slotId(.appPasscode)).prf
    let key = try #require(other.ring[prf])
    device.with { $0.ring[prf] = key }

    let process = TestProcess(device)
    try await process.core.create(try newVault("1234", ["a": "1"]))
    // Whoever can write storage names the other vault's slots under our scope; no tag has to be right for that.
    header.scope = testScope
    let dek = try process.ports.aead.importDek(SecretBytes(count: 32) { _ in })
    let forged = try sealEnvelope(process.ports, header, dek, [:])
    device.with {
      $0.disk.blobs[testName] = forged
      $0.disk.anchors[testName] = Bytes(label: "IDVA") + Bytes(repeating: 0, count: 173)
    }
    try await process.core.create(try newVault("5678", ["a": "2"]))
    #expect(try await process.core.read() == ["a": "2"])
    #expect(device.ring[prf] == key)
  }

  @Test func aClearEndsAlthoughTheKeyOfTheAnchorCanNotBeUsedNow() async throws {
    try await TestProcess(device).core.create(try newVault("1234", ["a": "1"]))
    let core = TestProcess(device) { ports in
      let refuse: Hook = { _ in throw busy }
      ports.anchorMac = HookedMac(base: ports.anchorMac, beforeMac: refuse, beforeDestroy: refuse)
    }.core
    #expect(try await refusalCode { try await core.start() } == .temporarilyUnavailable)
    try await core.erase()
    #expect(device.isEmpty)
    let next = TestProcess(device).core
    #expect(try await next.start() == nil)
    try await next.create(try newVault("5678", ["a": "2"]))
    #expect(try await next.read() == ["a": "2"])
  }

  @Test func aClearThatStorageCanNotDoNowSaysSoAndALoginDoesNotTakeThatForDamage() async throws {
    try await TestProcess(device).core.create(try newVault("1234", ["a": "1"]))
    let core = TestProcess(device) { ports in
      let refuse: Hook = { _ in throw busy }
      ports.blobs = HookedBlobs(base: ports.blobs, beforeRemove: refuse)
      ports.anchors = HookedAnchors(base: ports.anchors, beforeRead: refuse, beforeRemove: refuse)
    }.core
    #expect(try await refusalCode { try await core.erase() } == .temporarilyUnavailable)
    let login = try newVault("5678", ["a": "2"])
    #expect(try await refusalCode { try await core.create(login) } == .temporarilyUnavailable)
    let next = TestProcess(device).core
    try await next.unlock(passcode: "1234")
    #expect(try await next.read() == ["a": "1"])
  }
}
