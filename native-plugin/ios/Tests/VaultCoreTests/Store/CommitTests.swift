import Testing

@testable import VaultCore

/// A commit that fails without being killed: what is stored decides which state it is. FORMAT.md §10.1.
struct CommitTests {
  @Test func whereTheEnvelopeWasNotWritten_theOldValuesStay() async throws {
    let isBusy = Guarded(false)
    let core = TestProcess(Device()) { ports in
      var blobs = HookedBlobs(base: ports.blobs)
      blobs.beforeWrite = { _ in if isBusy.with({ $0 }) { throw busy } }
      ports.blobs = blobs
    }.core
    try await core.create(try newVault("1234", ["a": "1"]))
    isBusy.with { $0 = true }
    #expect(try await refusalCode { try await core.write(["a": "2"]) } == .temporarilyUnavailable)
    isBusy.with { $0 = false }
    #expect(try await core.read() == ["a": "1"])
  }

  @Test func whereOnlyTheLastAnchorWasNotWritten_theNewValuesAreThere() async throws {
    let calls = Guarded(Int.min)
    let core = TestProcess(Device()) { ports in
      var anchors = HookedAnchors(base: ports.anchors)
      anchors.beforeReplace = {
        let call = calls.with { calls in
          calls += 1
          return calls
        }
        if call == 2 { throw busy }
        return true
      }
      ports.anchors = anchors
    }.core
    try await core.create(try newVault("1234", ["a": "1"]))
    calls.with { $0 = 0 }
    try await core.write(["a": "2"])
    #expect(calls.with { $0 } == 3)
    #expect(try await core.read() == ["a": "2"])
  }
}
