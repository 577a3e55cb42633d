import Testing

@testable import VaultCore

/// Every trace of `vectors/state-machine.json`.
struct StateMachineTests {
  @Test(arguments: try StateTrace.all())
  func trace(_ trace: StateTrace) throws {
    var state = LockState(trace.settings)
    for step in trace.steps {
      let effects = state.reduce(step.happening, at: step.now)
      try #require(state.phase == step.phase, "\(step.happening)")
      try #require(effects == step.effects, "\(step.happening)")
      try #require(state.nextDue == step.due, "\(step.happening)")
    }
    VectorCounts.passed.add(1, of: "state-machine.json")
  }
}
