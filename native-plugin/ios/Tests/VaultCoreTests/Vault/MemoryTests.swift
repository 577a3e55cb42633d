import Testing

@testable import VaultCore

/// A vault in memory has nothing stored: a lock erases it.
struct MemoryTests {
  private let device = Device()

  private func vault() throws -> NewVault {
    NewVault(policy: .test.with { $0.mode = .inMemoryOnly }, slots: [], values: try values(["a": "1"]))
  }

  @Test func isWrittenAndReadAndGoneAfterALock() async throws {
    let process = TestProcess(device)
    try await process.core.create(try vault())
    try await process.core.write(["b": "2", "a": nil])
    #expect(try await process.core.read() == ["b": "2"])
    #expect(process.core.memory?.keys.map(\.text) == ["b"])
    process.core.lock()
    #expect(process.events == ["locked saved=false timeout=false"])
    #expect(process.core.memory == nil)
    #expect(try await refusalCode { _ = try await process.core.values() } == .notFound)
    #expect(device.isEmpty)
  }

  @Test func takesThePlaceOfAStoredOneAndGivesItBack() async throws {
    let process = TestProcess(device)
    try await process.core.create(try newVault("1234", ["a": "0"]))
    try await process.core.create(try vault())
    #expect(device.isEmpty)
    #expect(process.core.state.custody == .memory)
    try await process.core.create(try newVault("1234", ["a": "2"]))
    #expect(try await process.core.read() == ["a": "2"])
    #expect(process.core.memory == nil)
  }

  /// What could never be stored is refused at once, and not when its mode is changed.
  @Test func holdsNoMoreThanCouldBeStored() async throws {
    let process = TestProcess(device)
    try await process.core.create(try vault())
    let tooMuch = ["b": String(repeating: "1", count: Limit.envelope)]
    #expect(try await refusalCode { try await process.core.write(tooMuch) } == .limitExceeded)
    #expect(try await process.core.read() == ["a": "1"])
    let another = NewVault(policy: try vault().policy, slots: [], values: try values(tooMuch))
    #expect(try await refusalCode { try await process.core.create(another) } == .limitExceeded)
    #expect(try await process.core.read() == ["a": "1"])
  }

  @Test func whatIsRefusedLeavesWhatIsStored() async throws {
    let process = TestProcess(device)
    try await process.core.create(try newVault("1234", ["a": "1"]))
    let refused: [(Values, CoreErrorCode)] = [
      (try values(["b": String(repeating: "1", count: Limit.envelope)]), .limitExceeded),
      ([PayloadKey(unjudged: ""): [0x31]], .invalidArgument),
    ]
    for (values, code) in refused {
      let request = NewVault(policy: try vault().policy, slots: [], values: values)
      #expect(try await refusalCode { try await process.core.create(request) } == code)
      #expect(try await process.core.read() == ["a": "1"])
    }
  }

  @Test func whatTheAppDoesOnTheScreenIsTold() async throws {
    let process = TestProcess(device, .init(lockAfter: 5000, hideScreen: true))
    try await process.core.create(try newVault("1234", ["a": "1"]))
    process.core.deactivate()
    process.core.activate()
    process.core.noticeActivity()
    process.core.configure(LockSettings(lockAfter: 0, hideScreen: false))
    process.core.pause()
    #expect(process.events == ["cover", "uncover", "locked saved=true timeout=true"])
    let answer = await process.core.asking { 7 }
    #expect(answer == 7)
  }
}
