import Testing

@testable import VaultCore

struct VaultStoreTests {
  @Test func whatCanNotBeReadNow_isNotReplaced() async throws {
    let device = Device()
    let isBusy = Guarded(false)
    let core = TestProcess(device) { ports in
      var blobs = HookedBlobs(base: ports.blobs)
      blobs.beforeRead = { _ in if isBusy.with({ $0 }) { throw busy } }
      ports.blobs = blobs
    }.core
    try await core.create(try newVault("1234", ["a": "1"]))
    let before = device.disk
    isBusy.with { $0 = true }
    let refused = try await refusalCode { try await core.create(try newVault("5678")) }
    #expect(refused == .temporarilyUnavailable)
    #expect(device.disk == before)
  }

  @Test func aDeadSlot_isWrittenDownOnce() async throws {
    let device = Device()
    let process = TestProcess(device)
    try await process.core.create(try bothSlots("1234"))
    let store = VaultStore(process.ports, scope: testScope)
    let dead = try device.slotId(.biometric)
    try store.markSlotDead(try #require(try store.load()), dead)
    let writes = Guarded(0)
    let counting = TestProcess(device) { ports in
      var anchors = HookedAnchors(base: ports.anchors)
      anchors.beforeReplace = {
        writes.with { $0 += 1 }
        return true
      }
      ports.anchors = anchors
    }
    let again = VaultStore(counting.ports, scope: testScope)
    try again.markSlotDead(try #require(try again.load()), dead)
    #expect(writes.with { $0 } == 0)
    #expect(try device.storedAnchor().deadSlots == [dead])
  }
}
