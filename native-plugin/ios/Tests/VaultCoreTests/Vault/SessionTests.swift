import Testing

@testable import VaultCore

/// What a process holds of a vault.
struct SessionTests {
  private let device = Device()
  private let process: TestProcess
  private let session: Session
  private let store: VaultStore

  init() {
    process = TestProcess(device)
    session = Session(process.ports)
    store = VaultStore(process.ports, scope: testScope)
  }

  private func stored(_ vault: NewVault) async throws -> LoadedVault {
    try await process.core.create(vault)
    return try #require(try store.load())
  }

  private func open() async throws {
    let vault = try await stored(try newVault("1234", ["a": "1"]))
    try await session.open(try session.begin(vault, UnlockRequest(kind: .appPasscode, passcode: typed("1234"))))
  }

  private var keeper: Keeper {
    let operations = Operations(process.ports, scope: testScope)
    let prompts = Prompts(
      store: store, session: session, authenticator: process.authenticator, operations: operations)
    return Keeper(store: store, session: session, prompts: prompts, operations: operations)
  }

  @Test func whatWasOpenedIsHeldOnlyWhenItWasInTime() async throws {
    try await open()
    #expect(session.held == nil)
    keeper.keepOpened()
    #expect(session.held != nil)
  }

  @Test func whatWasOpenedTooLateIsLetGoAndSoIsWhatALeaseBeganWith() async throws {
    try await open()
    session.leaseBasis = LeaseBasis(names: [.session], slots: [], digests: [])
    keeper.dropOpened()
    keeper.forgetLease()
    keeper.keepOpened()
    #expect(session.held == nil)
    #expect(session.leaseBasis == nil)
  }

  @Test func whatWasOpenedIsLetGoByALock() async throws {
    try await open()
    keeper.dropKey()
    keeper.keepOpened()
    #expect(session.held == nil)
  }

  @Test func theSlotThatIsDeadIsTakenOnce() async throws {
    let vault = try await stored(try bothSlots("1234", ["a": "1"]))
    device.with { $0.kems.live = [] }
    let begun = try session.begin(vault, UnlockRequest(kind: .biometric))
    #expect(try await refusalCode { try await session.open(begun) } == .keyInvalidated)
    let finger = try device.slotId(.biometric)
    #expect(session.takeDeadSlot() == finger)
    #expect(session.takeDeadSlot() == nil)
  }

  /// Opening computes with the device's key.
  @Test func secureStorageIsOpenedWhenItIsNeededAndThenStaysSo() async throws {
    let vault = try await stored(try openVault(["a": "1"]))
    _ = try await session.keysOf(vault)
    let guesses = device.guesses
    _ = try await session.keysOf(vault)
    #expect(device.guesses == guesses)
    session.drop()
    _ = try await session.keysOf(vault)
    #expect(device.guesses == guesses + 1)
  }
}
