import Testing

@testable import VaultCore

struct MakeSlotTests {
  @Test func aSlotThatCanNotBeMade_leavesNoKeysBehind() async throws {
    let device = Device()
    let core = TestProcess(device) { $0.kems = SlotKems() }.core
    #expect(try await refusalCode { try await core.create(try bothSlots("1234")) } == .policyNotMet)
    #expect(device.ring.keys.filter { $0.hasSuffix(".prf") }.isEmpty)
    #expect(device.isEmpty)
  }
}
