import Testing

@testable import VaultCore

struct ModelTests {
  /// 10,000 random sequences, killed anywhere, agree with the model: the old state or the new, never neither.
  @Test func nothingIsEverLost() async throws {
    let seed = testSeed(20_261_124)
    let sequences = testSequences(10_000)
    let tally = try await withThrowingTaskGroup(of: ModelTally.self) { group in
      for part in 0..<4 { group.addTask { try await runPart(part, of: seed, sequences / 4) } }
      return try await group.reduce(into: ModelTally()) { $0.add($1) }
    }
    // Or the test would show nothing: crashes happened, before and after the moment that decides.
    #expect(tally.operations > sequences * 3)
    #expect(min(tally.crashes, tally.news, tally.olds) > sequences / 10)
    print("model: \(tally)")
  }
}

private func runPart(_ part: Int, of seed: UInt64, _ sequences: Int) async throws -> ModelTally {
  var tally = ModelTally()
  for index in 0..<sequences {
    var generator = Generator(seed: seed &+ UInt64(part * 1_000_003 + index))
    let steps = generator.sequence()
    var run = ModelRun(seed: generator.next(), isJoint: generator.isOnce(in: 2))
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
