import Testing

@testable import VaultCore

/// A case of `operations.json`: what is done to one vault on one device. `vectors/README.md` defines each operation.
struct Story {
  struct Ending {
    /// The index of the step that is killed, after so many of its effects.
    let step: Int
    let after: Int
    let steps: [StoryStep]
  }

  let id: String
  let kind: StoryDevice.Kind
  let steps: [StoryStep]
  let killed: [Ending]

  init(id: String, _ fields: StrictObject) throws {
    self.id = id
    kind = try StoryDevice.Kind(fields)
    steps = try fields.objects("steps").map { try $0.read(StoryStep.init) }
    killed = fields.has("killed") ? try fields.objects("killed").map { try $0.read(Ending.init) } : []
  }
}

extension StoryDevice.Kind {
  init(_ fields: StrictObject) throws {
    isJoint = try fields.take("storage") == "joint"
    kem = try #require(StoryKem.Quality.named[try fields.take("kem") as String])
  }
}

extension Story.Ending {
  fileprivate init(_ fields: StrictObject) throws {
    step = try fields.take("step")
    after = try fields.take("after")
    steps = try fields.objects("steps").map { try $0.read(StoryStep.init) }
  }
}

struct StoryStep {
  let operation: StoryOperation
  let now: Milliseconds
  /// Meanwhile no key can be destroyed.
  let keysStick: Bool
  let effects: [StoryEffect]
  let expected: StoryResult

  init(_ fields: StrictObject) throws {
    now = Milliseconds(try fields.take("now") as Int)
    keysStick = try fields.takeIfAny("keysStick") ?? false
    effects = try (try fields.take("effects") as [[String: Any]]).map(StoryEffect.init)
    expected = try fields.object("expect").read(StoryResult.init)
    operation = try StoryOperation(fields)
  }
}

/// A change of what the device holds, or an answer of one of its keys.
struct StoryEffect: Equatable, Sendable {
  private let fields: [String: String]

  init(_ effect: String, _ fields: [String: String] = [:]) {
    self.fields = fields.merging(["effect": effect]) { $1 }
  }

  init(_ json: [String: Any]) throws {
    fields = try json.mapValues { value in
      if let text = value as? String { return text }
      return String(try #require(value as? Bool))
    }
  }
}

/// What a step comes to.
enum StoryResult: Equatable {
  case done
  case refused(String)
  case values([[Bytes]])
  case vault(generation: Int, attempts: Int, dead: [String])

  init(_ fields: StrictObject) throws {
    if let error: String = try fields.takeIfAny("error") {
      self = .refused(error)
    } else if fields.has("values") {
      self = .values(try fields.entries("values"))
    } else if let generation: Int = try fields.takeIfAny("generation") {
      self = .vault(generation: generation, attempts: try fields.take("attempts"), dead: try fields.take("dead"))
    } else {
      self = .done
    }
  }
}
