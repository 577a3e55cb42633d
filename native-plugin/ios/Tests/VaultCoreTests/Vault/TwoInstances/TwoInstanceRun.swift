@testable import VaultCore

/// What the test came across: or it would show nothing.
struct TwoInstanceTally {
  var writes = 0
  var wipes = 0
  var unlocks = 0

  mutating func add(_ other: TwoInstanceTally) {
    writes += other.writes
    wipes += other.wipes
    unlocks += other.unlocks
  }
}

enum InstanceOperation: Sendable, Equatable {
  case write(key: String, policy: PolicyChanges)
  case unlock(isRight: Bool)
  case rekey(passcode: String)
  case read
  case lock
  case restart

  var isRekey: Bool { if case .rekey = self { true } else { false } }

  var isUnlock: Bool { if case .unlock = self { true } else { false } }

  var isWrite: Bool { if case .write = self { true } else { false } }
}

struct InstanceOutcome: Sendable {
  let operation: InstanceOperation
  let refusal: CoreErrorCode?
  var values: [String: String] = [:]
  var passcode: String?

  var isWrong: Bool { refusal == .authenticationFailed || refusal == .tooManyAttempts }

  var isWiped: Bool { refusal == .tooManyAttempts }
}

/// One of two cores over the same storage.
struct Instance: Sendable {
  let name: String
  let isJoint: Bool
  let device: Device
  var core: CoreVault
  var count = 0

  init(_ name: String, on device: Device, isJoint: Bool) {
    self.name = name
    self.isJoint = isJoint
    self.device = device
    core = TestProcess(device, .init(isJoint: isJoint)).core
  }

  /// - Parameter passcode: the right one
  mutating func perform(_ operation: InstanceOperation, passcode: String) async throws -> InstanceOutcome {
    let core = core
    var outcome: (values: [String: String], passcode: String?) = ([:], nil)
    let refusal: CoreErrorCode?
    switch operation {
    case .write(let key, let policy):
      count += 1
      let written = [name + key: String(count)]
      refusal = try await refusalCode { try await core.write(written, policy: policy) }
      if refusal == nil { outcome.values = written }
    case .unlock(let isRight):
      core.lock()
      refusal = try await refusalCode { try await core.unlock(passcode: isRight ? passcode : "0000") }
    case .rekey(let next):
      refusal = try await refusalCode { try await core.rekey(try anotherPasscode(next)) }
      if refusal == nil { outcome.passcode = next }
    case .read:
      refusal = try await refusalCode { _ = try await core.values() }
    case .lock:
      core.lock()
      // Nothing that was unlocked before is answered now.
      let answer = try await refusalCode { _ = try await core.values() }
      refusal = answer == .locked ? nil : .corrupt
    case .restart:
      self.core = TestProcess(device, .init(isJoint: isJoint)).core
      refusal = try await refusalCode { [core = self.core] in try await core.start() }
    }
    return InstanceOutcome(
      operation: operation, refusal: refusal, values: outcome.values, passcode: outcome.passcode)
  }
}

/// What two instances do at the same time, or one of them alone.
struct TwoInstanceStep: Sendable {
  let first: InstanceOperation?
  let second: InstanceOperation?

  var operations: [InstanceOperation] { [first, second].compactMap { $0 } }
}

struct TwoInstanceRun {
  private(set) var tally = TwoInstanceTally()
  private let device = Device(Device.Contents(random: Generator(seed: 3)))
  private let isJoint: Bool
  private var first: Instance
  private var second: Instance
  private var values: [String: String] = [:]
  private var passcode = "1234"
  private var wrong = 0

  init(isJoint: Bool) {
    self.isJoint = isJoint
    first = Instance("x", on: device, isJoint: isJoint)
    second = Instance("y", on: device, isJoint: isJoint)
  }

  mutating func run(_ steps: [TwoInstanceStep]) async throws {
    try await first.core.create(try newVault("1234", [:], .test.with { $0.maxAttempts = 3 }))
    try await second.core.start()
    for step in steps {
      device.pass(.hour)
      let outcomes = try await take(step)
      wrong += outcomes.count(where: \.isWrong)
      for outcome in outcomes { try expectAllowed(outcome, in: step, outcomes) }
      note(outcomes)
      if outcomes.contains(where: \.isWiped) {
        if wrong < 2 { throw ModelFailure(description: "erased by the first wrong passcode: \(step)") }
        tally.wipes += 1
        return
      }
    }
    try await expectStored(steps)
  }

  private mutating func take(_ step: TwoInstanceStep) async throws -> [InstanceOutcome] {
    let (first, second, passcode) = (first, second, passcode)
    async let left = performed(step.first, by: first, passcode)
    async let right = performed(step.second, by: second, passcode)
    let done = try await (left, right)
    (self.first, self.second) = (done.0.0, done.1.0)
    return [done.0.1, done.1.1].compactMap { $0 }
  }

  private mutating func note(_ outcomes: [InstanceOutcome]) {
    for outcome in outcomes where outcome.refusal == nil {
      values.merge(outcome.values) { $1 }
      passcode = outcome.passcode ?? passcode
      if outcome.operation.isWrite { tally.writes += 1 }
      if outcome.operation.isUnlock { tally.unlocks += 1 }
    }
  }

  private func expectAllowed(
    _ outcome: InstanceOutcome, in step: TwoInstanceStep, _ outcomes: [InstanceOutcome]
  ) throws {
    let isAlone = step.operations.count == 1
    // What the other one erased meanwhile is gone; a passcode that it changes meanwhile is the wrong one.
    if outcomes.contains(where: \.isWiped) && !isAlone { return }
    if !allowed(outcome.operation, isAlone: isAlone, isRekeyed: step.operations.contains(where: \.isRekey))
      .contains(outcome.refusal)
    {
      throw ModelFailure(description: "\(String(describing: outcome.refusal)) in \(step)")
    }
  }

  private func allowed(_ operation: InstanceOperation, isAlone: Bool, isRekeyed: Bool) -> [CoreErrorCode?] {
    switch operation {
    case .write, .read, .rekey: return [nil, .locked]
    case .lock, .restart: return [nil]
    case .unlock(let isRight):
      let wrong: [CoreErrorCode?] = isRight && !isRekeyed ? [] : [.authenticationFailed, .tooManyAttempts]
      return [nil, .locked] + wrong + (isAlone ? [] : [.attemptDelayed])
    }
  }

  /// Looked at by a third instance: the right passcode always opens it, and every write that was made is there.
  private func expectStored(_ steps: [TwoInstanceStep]) async throws {
    device.pass(.hour)
    let core = TestProcess(device, .init(isJoint: isJoint)).core
    try await core.unlock(passcode: passcode)
    if try await core.read() != values { throw ModelFailure(description: "a write was lost: \(steps)") }
  }
}

private func performed(
  _ operation: InstanceOperation?, by instance: Instance, _ passcode: String
) async throws -> (Instance, InstanceOutcome?) {
  var instance = instance
  guard let operation else { return (instance, nil) }
  let outcome = try await instance.perform(operation, passcode: passcode)
  return (instance, outcome)
}
