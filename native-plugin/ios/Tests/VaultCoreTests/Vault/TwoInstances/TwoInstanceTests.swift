import Testing

@testable import VaultCore

struct TwoInstanceTests {
  /// 10,000 sequences of two instances at the same time, with a policy that changes: no write is lost, and the right
  /// passcode opens.
  @Test func noWriteIsLostAndTheRightPasscodeOpens() async throws {
    let seed = testSeed(20_261_128)
    let sequences = testSequences(10_000)
    let tally = try await withThrowingTaskGroup(of: TwoInstanceTally.self) { group in
      for part in 0..<4 { group.addTask { try await runPart(part, of: seed, sequences / 4) } }
      return try await group.reduce(into: TwoInstanceTally()) { $0.add($1) }
    }
    print("two instances: \(tally)")
    // Or the test would show nothing.
    #expect(min(tally.writes, tally.unlocks) > sequences / 2)
    #expect(tally.wipes > sequences / 100)
  }
}

private func runPart(_ part: Int, of seed: UInt64, _ sequences: Int) async throws -> TwoInstanceTally {
  var tally = TwoInstanceTally()
  for index in 0..<sequences {
    var generator = Generator(seed: seed &+ UInt64(part * 1_000_003 + index))
    let steps = generator.pairs()
    var run = TwoInstanceRun(isJoint: generator.isOnce(in: 2))
    do {
      try await run.run(steps)
    } catch {
      Issue.record("sequence \(index) of part \(part), seed \(seed): \(error); \(steps)")
      throw error
    }
    tally.add(run.tally)
  }
  return tally
}

extension Generator {
  fileprivate mutating func pairs() -> [TwoInstanceStep] {
    (0..<number(2...8)).map { _ in
      let step = TwoInstanceStep(
        first: isOnce(in: 3) ? nil : operation(), second: isOnce(in: 3) ? nil : operation())
      // Which of two would be the last one can't be told.
      let isClear = step.operations.count(where: \.isRekey) < 2
      return isClear ? step : TwoInstanceStep(first: step.first, second: nil)
    }
  }

  private mutating func operation() -> InstanceOperation {
    switch number(1...14) {
    case 1...5: .write(key: one(of: "a", "b"), policy: policy())
    case 6...9: .unlock(isRight: isOnce(in: 2))
    case 10: .rekey(passcode: one(of: "1234", "5678"))
    default: one(of: .read, .lock, .restart)
    }
  }

  private mutating func policy() -> PolicyChanges {
    if isOnce(in: 2) { return PolicyChanges() }
    return PolicyChanges(maxAttempts: one(of: 2, 3, 5, 10), wipeAtMax: isOnce(in: 2))
  }
}
