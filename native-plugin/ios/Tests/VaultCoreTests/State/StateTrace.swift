import Testing

@testable import VaultCore

/// A case of `state-machine.json`.
struct StateTrace: Sendable, CustomTestStringConvertible {
  struct Step: Sendable {
    let happening: Happening
    let now: Milliseconds
    let phase: Phase
    let effects: [StateEffect]
    let due: Milliseconds?
  }

  let id: String
  let why: String
  let settings: LockSettings
  let steps: [Step]

  var testDescription: String { "\(id): \(why)" }

  static func all() throws -> [StateTrace] {
    try StrictObject.cases(of: "state-machine.json").map { try $0.read(StateTrace.init) }
  }

  init(_ object: StrictObject) throws {
    id = try object.take("id")
    why = try object.take("why")
    settings = try object.object("settings").read(LockSettings.init)
    steps = try object.objects("steps").map { try $0.read(Step.init) }
  }
}

extension StateTrace.Step {
  init(_ object: StrictObject) throws {
    let event = try object.object("event")
    now = try event.milliseconds("now")
    happening = try event.read(Happening.init)
    phase = try object.id("phase")
    effects = try object.objects("effects").map { try $0.read(StateEffect.init) }
    due = try object.millisecondsOrNull("due")
  }
}

extension LockSettings {
  init(_ object: StrictObject) throws {
    self.init(
      lockAfter: try object.millisecondsOrNull("lockAfter"), hideScreen: try object.take("hideScreen"),
      idleTimeout: object.has("idleTimeout") ? try object.milliseconds("idleTimeout") : 0,
      sessionTimeout: object.has("sessionTimeout") ? try object.milliseconds("sessionTimeout") : 0)
  }
}

extension Happening {
  init(_ object: StrictObject) throws {
    let type: String = try object.take("type")
    switch type {
    case "tick": self = .tick
    case "found": self = .found(try object.id("vault"))
    case "created": self = .created(try object.id("custody"))
    case "erased": self = .erased
    case "damaged": self = .damaged(try object.id("code"))
    case "activity": self = .activity
    case "configure": self = .configure(try object.object("settings").read(LockSettings.init))
    case "deactivate": self = .deactivate
    case "activate": self = .activate
    case "pause": self = .pause
    case "resume": self = .resume
    case "lock": self = .lock
    case "unlock": self = .unlock(caller: try object.take("caller"), automatic: try object.take("automatic"))
    case "opened": self = .opened(epoch: try object.take("epoch"))
    case "promptBegin": self = .promptBegin
    case "promptEnd": self = .promptEnd(try PromptEnd(object))
    case "leaseBegin": self = .leaseBegin(id: try object.take("id"), names: try object.keys("names"))
    case "leaseWrite":
      let names = try object.keys("names")
      self = .leaseWrite(id: try object.take("id"), names: names, unchanged: try object.take("unchanged"))
    case "leaseEnd": self = .leaseEnd(id: try object.take("id"))
    default: throw UnknownField(name: "event \(type)")
    }
  }
}

extension PromptEnd {
  init(_ object: StrictObject) throws {
    let outcome: String = try object.take("outcome")
    let enrolment: Int = object.has("enrolment") ? try object.take("enrolment") : 0
    self.init(
      try Outcome(named: outcome), enrolment: try #require(Enrolment(rawValue: UInt8(enrolment))),
      erases: object.has("erases") ? try object.take("erases") : false)
  }
}

extension PromptEnd.Outcome {
  init(named name: String) throws {
    switch name {
    case "ok": self = .ok
    case "done": self = .done
    default: self = .refused(try #require(CoreErrorCode(rawValue: name)))
    }
  }
}

extension StateEffect {
  init(_ object: StrictObject) throws {
    let type: String = try object.take("type")
    switch type {
    case "showPrompt": self = .showPrompt
    case "resolve": self = .resolve(callers: try object.take("callers"))
    case "reject": self = .reject(callers: try object.take("callers"), try object.id("code"))
    case "dropKey": self = .dropKey
    case "dropOpened": self = .dropOpened
    case "keepOpened": self = .keepOpened
    case "markSlotDead": self = .markSlotDead
    case "erase": self = .erase
    case "notifyUnlocked": self = .notifyUnlocked
    case "notifyLocked": self = .notifyLocked(saved: try object.take("saved"), timeout: try object.take("timeout"))
    case "notifyErased": self = .notifyErased
    case "notifyIdle": self = .notifyIdle(remaining: try object.milliseconds("remaining"))
    case "notifyActive": self = .notifyActive
    case "cover": self = .cover
    case "uncover": self = .uncover
    case "uncoverWhenAcknowledged": self = .uncoverWhenAcknowledged(limit: try object.milliseconds("limit"))
    case "grantLease": self = .grantLease(id: try object.take("id"))
    case "denyLease": self = .denyLease(id: try object.take("id"), try object.id("code"))
    case "writeWithLease": self = .writeWithLease(id: try object.take("id"))
    default: throw UnknownField(name: "effect \(type)")
    }
  }
}

extension StrictObject {
  fileprivate func milliseconds(_ name: String) throws -> Milliseconds {
    Milliseconds(try take(name) as Int)
  }

  fileprivate func millisecondsOrNull(_ name: String) throws -> Milliseconds? {
    try takeOrNull(name).map { (value: Int) in Milliseconds(value) }
  }

  fileprivate func keys(_ name: String) throws -> [PayloadKey] {
    try (try take(name) as [String]).map { try PayloadKey($0) }
  }

  /// One of a closed list.
  fileprivate func id<Value: RawRepresentable<String>>(_ name: String) throws -> Value {
    try #require(Value(rawValue: try take(name)))
  }
}
