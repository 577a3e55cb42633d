import Testing

@testable import VaultCore

/// Every story of `operations.json`, and every ending of a process that is killed: the same bytes in the same order.
struct StoryTests {
  @Test(arguments: try VectorCase.all(of: "operations.json"))
  func story(_ each: VectorCase) async throws {
    var endings = 0
    try await each.check { fields in
      let story = try Story(id: each.id, fields)
      var player = StoryPlayer(story)
      for step in story.steps { try await tell(step, &player) }
      for ending in story.killed { try await end(story, ending) }
      endings = story.killed.count
    }
    VectorCounts.passed.add(endings, of: each.file)
  }

  private func tell(_ step: StoryStep, _ player: inout StoryPlayer) async throws {
    let (result, effects) = try await player.play(step)
    try #require(effects == step.effects, "\(step.operation)")
    try #require(result == step.expected, "\(step.operation)")
  }

  private func end(_ story: Story, _ ending: Story.Ending) async throws {
    var player = StoryPlayer(story)
    for step in story.steps.prefix(ending.step) { try await tell(step, &player) }
    let killed = story.steps[ending.step]
    let (_, effects) = try await player.play(killed, killAfter: ending.after)
    try #require(effects == Array(killed.effects.prefix(ending.after)), "killed after \(ending.after)")
    for step in ending.steps { try await tell(step, &player) }
  }
}
