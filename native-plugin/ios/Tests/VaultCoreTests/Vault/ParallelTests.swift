import Testing

@testable import VaultCore

/// Many threads at once, on one vault: what is counted and what is written, and under the thread sanitizer, how.
struct ParallelTests {
  private let device = Device()

  /// Of N attempts, never more than N are tested with the device's key, however many are made at once.
  @Test(arguments: [1, 2])
  func attemptsNeverExceedWhatIsAllowed(cores: Int) async throws {
    let policy = VaultPolicy.test.with { $0.maxAttempts = 3 }
    try await TestProcess(device).core.create(try newVault("1234", ["a": "1"], policy))
    let processes = (0..<cores).map { _ in TestProcess(device).core }
    let before = device.guesses
    let refusals = try await withThrowingTaskGroup(of: CoreErrorCode?.self) { group in
      for attempt in 0..<40 {
        let core = processes[attempt % cores]
        group.addTask { try await refusalCode { try await core.unlock(passcode: "9999") } }
      }
      return try await group.reduce(into: [CoreErrorCode?]()) { $0.append($1) }
    }
    #expect(device.guesses - before == 3)
    #expect(refusals.count { $0 == .authenticationFailed } == 2)
    #expect(refusals.count { $0 == .tooManyAttempts } == 1)
    #expect(device.isEmpty)
  }

  @Test func aRightPasscodeAmongManyUnlocksForAll() async throws {
    let core = TestProcess(device).core
    try await core.create(try newVault("1234", ["a": "1"]))
    core.lock()
    let before = device.guesses
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<20 { group.addTask { try await core.unlock(passcode: "1234") } }
      try await group.waitForAll()
    }
    #expect(device.guesses - before == 1)
    #expect(try device.storedAnchor().attempts == 0)
  }

  @Test func everyWriteIsThere() async throws {
    let core = TestProcess(device).core
    try await core.create(try newVault("1234"))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<50 { group.addTask { try await core.write(["k\(index)": String(index)]) } }
      try await group.waitForAll()
    }
    #expect(try await core.read().count == 50)
  }

  @Test func aCallerThatIsCancelledStopsNothingHalfway() async throws {
    let core = TestProcess(device).core
    try await core.create(try newVault("1234"))
    let writing = Task { try await core.write(["a": "1"]) }
    writing.cancel()
    try await writing.value
    #expect(try await core.read() == ["a": "1"])
  }

  /// What is told by the main thread at any moment comes between everything else; nothing is answered after a lock.
  @Test func locksAndAnswersAtTheSameTime() async throws {
    let passcodes = Array(repeating: "1234", count: 60)
    let core = TestProcess(device, .init(lockAfter: 0, hideScreen: true, passcodes: passcodes)).core
    try await core.create(try newVault("1234", ["a": "1"]))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<60 {
        group.addTask { try await disturb(core, index) }
      }
      try await group.waitForAll()
    }
    core.lock()
    #expect(try await refusalCode { _ = try await core.values() } == .locked)
    try await core.unlock(passcode: "1234")
    #expect(try await core.read()["a"] == "1")
  }
}

private func disturb(_ core: CoreVault, _ index: Int) async throws {
  switch index % 6 {
  case 0: core.lock()
  case 1:
    core.pause()
    core.resume()
  case 2: try await expectRefusal(of: [.locked, .userCanceled]) { try await core.unlock() }
  case 3: try await expectRefusal(of: [.locked]) { _ = try await core.read() }
  case 4: try await expectRefusal(of: [.locked]) { try await core.write(["b": String(index)]) }
  default: try await expectRefusal(of: [.locked]) { try await core.unlock(passcode: "1234") }
  }
}

private func expectRefusal(of codes: [CoreErrorCode], _ task: () async throws -> Void) async throws {
  let refusal = try await refusalCode(task)
  #expect(refusal == nil || refusal.map(codes.contains) == true)
}
