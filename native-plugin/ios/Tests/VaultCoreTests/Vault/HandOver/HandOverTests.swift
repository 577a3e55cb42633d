import Foundation
import Testing

@testable import VaultCore

/// A vault that processes of several languages use one after the other. `tests/cores/hand-over.test.ts` starts each of
/// them, and this is the whole of one: it plays its part on the device in a file, and is killed where the part says.
struct HandOverTests {
  private static let part = ProcessInfo.processInfo.environment["HAND_OVER_PART"]
  private static let device = ProcessInfo.processInfo.environment["HAND_OVER_DEVICE"]

  @Test(.enabled(if: part != nil, "tests/cores/hand-over.test.ts starts it"))
  func part() async throws {
    let part = try HandOverPart(at: URL(fileURLWithPath: try #require(Self.part)))
    try await part.play(on: DeviceFile(URL(fileURLWithPath: try #require(Self.device))))
  }
}

/// What one process does to a vault.
private struct HandOverPart {
  let id: String
  let kind: StoryDevice.Kind
  /// How many steps came before.
  let first: Int
  let steps: [StoryStep]
  /// In the last step the process waits after so many effects, until it is killed.
  let killAfter: Int?

  init(at url: URL) throws {
    let fields = try StrictObject(try JSONSerialization.jsonObject(with: try Data(contentsOf: url)))
    let story = try fields.object("story")
    id = try story.take("id")
    kind = try story.read(StoryDevice.Kind.init)
    first = try fields.take("first")
    steps = try fields.objects("steps").map { try $0.read(StoryStep.init) }
    killAfter = try fields.takeIfAny("killAfter")
    try fields.assertAllTaken()
  }

  func play(on file: DeviceFile) async throws {
    let expected = steps.last?.effects
    let watcher = StoryDevice.Watcher(
      onChange: file.write,
      onDeath: { effects in
        // Who started this process finds the reason in what it printed.
        if effects != expected { fatalError("the effects until now are \(effects)") }
        awaitDeath()
      })
    let device = StoryDevice(kind, contents: try file.read(), watcher: watcher)
    var player = StoryPlayer(id: id, on: device, steps: first)
    for (index, step) in steps.enumerated() {
      let (result, effects) = try await player.play(step, killAfter: index == steps.count - 1 ? killAfter : nil)
      try #require(effects == step.effects, "\(step.operation)")
      try #require(result == step.expected, "\(step.operation)")
    }
    try #require(killAfter == nil, "it was to be killed on the way")
  }
}

private func awaitDeath() -> Never {
  FileHandle.standardOutput.write(Data("waits\n".utf8))
  while true { sleep(60) }
}
