import Testing

@testable import VaultCore

private let many = VaultPolicy.test.with { $0.maxAttempts = 10 }
private let endless = VaultPolicy.test.with { $0.wipeAtMax = false }

/// A policy that becomes stricter never makes the right passcode erase the vault.
struct PolicyChangeTests {
  /// Unlocked by the finger, which leaves the wrong passcodes counted; then the app is updated, and writes.
  private func unlocked(after failures: Int, _ policy: VaultPolicy) async throws -> (device: Device, core: CoreVault) {
    let device = Device()
    let core = TestProcess(device).core
    try await core.create(try bothSlots("1234", ["a": "1"], policy))
    core.lock()
    for _ in 0..<failures {
      device.pass(.hour)
      #expect(try await refusalCode { try await core.unlock(passcode: "9999") } == .authenticationFailed)
    }
    try await core.unlock(with: .biometric)
    #expect(try device.storedAnchor().attempts == failures)
    return (device, core)
  }

  @Test(arguments: [
    (4, many, PolicyChanges(maxAttempts: 3)), (6, endless, PolicyChanges(wipeAtMax: true)),
    (6, endless, PolicyChanges(maxAttempts: 3, wipeAtMax: true)),
  ])
  func byAWrite(failures: Int, before: VaultPolicy, policy: PolicyChanges) async throws {
    let (device, core) = try await unlocked(after: failures, before)
    try await core.write([:], policy: policy)
    #expect(try device.storedAnchor().attempts == 0)
    core.lock()
    try await core.unlock(passcode: "1234")
    #expect(try await core.read() == ["a": "1"])
  }

  @Test func byARekeyThatKeepsThePasscode() async throws {
    let (device, core) = try await unlocked(after: 4, many)
    let policy = many.with { $0.maxAttempts = 3 }
    try await core.rekey(RekeyRequest(policy: policy, keep: [.appPasscode], create: []))
    core.lock()
    try await core.unlock(passcode: "1234")
    #expect(try device.storedAnchor().attempts == 0)
  }

  @Test(arguments: 0..<8)
  func byAWriteThatIsKilledInTheMiddle(steps: Int) async throws {
    let (device, core) = try await unlocked(after: 4, many)
    core.lock()
    let dying = TestProcess(device, .init(steps: steps)).core
    _ = try? await dying.start()
    _ = try? await dying.unlock(with: .biometric)
    try? await dying.write([:], policy: PolicyChanges(maxAttempts: 3))
    device.pass(.hour)
    let next = TestProcess(device).core
    try await next.unlock(passcode: "1234")
    #expect(try await next.read() == ["a": "1"])
  }

  @Test(arguments: [
    PolicyChanges(), PolicyChanges(maxAttempts: 10, wipeAtMax: true), PolicyChanges(maxAttempts: 11),
    PolicyChanges(wipeAtMax: false),
  ])
  func oneThatIsNotStricterLeavesTheAttempts(policy: PolicyChanges) async throws {
    let (device, core) = try await unlocked(after: 4, many)
    try await core.write([:], policy: policy)
    #expect(try device.storedAnchor().attempts == 4)
  }

  @Test func aLoginAtTheLastGenerationErasesAndStartsOver() async throws {
    let device = Device()
    let process = TestProcess(device)
    try await process.core.create(try newVault("1234", ["a": "1"]))
    try await putLastGeneration(on: device, process.ports)
    #expect(try await refusalCode { try await process.core.write(["a": "2"]) } == .limitExceeded)
    try await process.core.create(try newVault("5678", ["a": "2"]))
    #expect(try await process.core.read() == ["a": "2"])
    #expect(try device.storedAnchor().cur?.generation == 1)
  }
}

/// As after 2^32 - 2 writes: the same vault, sealed with the last generation there is.
private func putLastGeneration(on device: Device, _ ports: CorePorts) async throws {
  let vault = try #require(try loadVault(ports, VaultPlace(testScope)))
  let unlocked = try await unlockSlot(ports, vault, UnlockRequest(kind: .appPasscode, passcode: typed("1234")))
  var header = vault.envelope.header
  header.generation = Limit.generation
  let bytes = try sealEnvelope(ports, header, unlocked.opened.dek, unlocked.values)
  let digest = try ports.aead.digest(bytes)
  _ = try writeAnchor(ports, try #require(try loadVault(ports, VaultPlace(testScope)))) {
    $0.cur = EnvelopeRef(generation: Limit.generation, digest: digest)
  }
  device.with { $0.disk.blobs[testName] = bytes }
}
