import Testing

@testable import VaultCore

/// Whoever has the turn of a process waits for something before other processes are kept away.
private struct SlowMutex: Mutex {
  let base: any Mutex
  let wait: @Sendable () async -> Void

  func hold<Result: Sendable>(
    _ name: String, during task: @Sendable () async throws -> Result
  ) async throws -> Result {
    await wait()
    return try await base.hold(name, during: task)
  }
}

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

  /// Storage may be slow.
  @Test func whatIsUnlockedIsGoneBeforeStorageIs() async throws {
    let seen = Guarded<[String]>([])
    let erasing = Guarded<TestProcess?>(nil)
    let process = TestProcess(device) { ports in
      ports.blobs = HookedBlobs(
        base: ports.blobs,
        beforeRemove: { _ in
          guard let process = erasing.with({ $0 }) else { return }
          seen.with { $0.append("\(process.core.state.phase) \(process.events)") }
        })
    }
    try await process.core.create(try newVault("1234", ["a": "1"]))
    erasing.with { $0 = process }
    try await process.core.erase()
    // It holds the process, which holds it.
    erasing.with { $0 = nil }
    #expect(seen.with { $0 } == [#"absent ["erased"]"#])
    #expect(process.events == ["erased"])
  }

  @Test func takesWithItWhatWasFoundWhileItWaitedForItsTurn() async throws {
    try await TestProcess(device).core.create(try newVault("1234", ["a": "1"]))
    let (turn, given) = AsyncStream<Void>.makeStream()
    let isBegun = Guarded(false)
    let process = TestProcess(device) { ports in
      ports.mutex = SlowMutex(base: ports.mutex) {
        isBegun.with { $0 = true }
        for await _ in turn {}
      }
    }
    async let started = process.core.start()
    try await eventually { isBegun.with { $0 } }
    async let erased: Void = process.core.erase()
    try await eventually { process.events == ["erased"] }
    given.finish()
    #expect(try await started != nil)
    try await erased
    #expect(process.core.state.phase == .absent)
    #expect(process.events == ["erased", "erased"])
  }

  @Test func aKeyThatOnlyOneOfTheTwoKindsHasIsDestroyedWithItsSlot() async throws {
    let destroyed = Guarded<[String]>([])
    let core = TestProcess(device) { ports in
      func noting(_ kind: String, _ base: (any SlotKem)?) -> HookedKem? {
        base.map { HookedKem(base: $0, beforeDestroy: { key in destroyed.with { $0.append(kind + key.suffix(4)) } }) }
      }
      ports.kems = SlotKems(
        biometric: noting("biometric", ports.kems.biometric),
        deviceCredential: noting("deviceCredential", ports.kems.deviceCredential))
    }.core
    try await core.create(try newVault("1234"))
    try await core.erase()
    #expect(destroyed.with { $0 } == ["biometric.kem", "deviceCredential.kem"])
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
