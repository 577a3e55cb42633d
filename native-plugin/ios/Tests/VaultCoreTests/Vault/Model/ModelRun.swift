import Testing

@testable import VaultCore

/// What the test came across: or it would show nothing.
struct ModelTally {
  var operations = 0
  var crashes = 0
  /// After a crash, the old state was found.
  var olds = 0
  var news = 0

  mutating func add(_ other: ModelTally) {
    operations += other.operations
    crashes += other.crashes
    olds += other.olds
    news += other.news
  }
}

/// Neither the old state nor the new, or another answer than the model's.
struct ModelFailure: Error, CustomStringConvertible {
  let description: String
}

/// One sequence of operations, by processes that are killed.
struct ModelRun {
  let isJoint: Bool
  private(set) var tally = ModelTally()
  private let device: Device
  private var process: TestProcess
  private var model = Model()
  private var usedSlots: Set<Bytes> = []

  init(seed: UInt64, isJoint: Bool) {
    self.isJoint = isJoint
    device = Device(Device.Contents(random: Generator(seed: seed)))
    process = TestProcess(device, .init(isJoint: isJoint))
  }

  mutating func run(_ steps: [ModelStep]) async throws {
    for step in steps {
      if case .restart = step.operation { try await restart() }
      try await take(step)
      try expectRevoked(step)
      try await expectModel(step)
    }
    if try await !isStored(model.stored) { throw ModelFailure(description: "not what the model has: \(steps)") }
  }

  private mutating func restart() async throws {
    process = TestProcess(device, .init(isJoint: isJoint))
    _ = try await outcome { try await process.core.start() }
  }

  private mutating func take(_ step: ModelStep) async throws {
    tally.operations += 1
    let expected = model.expectation(step.operation)
    process.life.limit(to: step.crashAt)
    do {
      let refusal = try await outcome { try await perform(step.operation) }
      process.life.limit(to: nil)
      if refusal != expected.refusal { throw ModelFailure(description: "\(step): \(String(describing: refusal))") }
      model = expected.models[expected.models.count - 1]
    } catch is Crash {
      tally.crashes += 1
      try await restart()
      model = try await found(step, among: expected.models)
    }
  }

  private mutating func found(_ step: ModelStep, among models: [Model]) async throws -> Model {
    for (index, candidate) in models.enumerated() where try await isStored(candidate.stored) {
      if index == 0 { tally.olds += 1 } else { tally.news += 1 }
      return Model(stored: candidate.stored)
    }
    throw ModelFailure(description: "after \(step), neither the old state nor the new")
  }

  private func perform(_ operation: ModelOperation) async throws {
    let core = process.core
    switch operation {
    case .create(let passcode, let finger, let value):
      let content = ["session": value]
      let policy = VaultPolicy.test.with { $0.maxAttempts = modelAttempts }
      try await core.create(try finger ? bothSlots(passcode, content, policy) : newVault(passcode, content, policy))
    case .write(let key, let value): try await core.write([key: value])
    case .rekey(let passcode):
      try await core.rekey(
        RekeyRequest(policy: policy, keep: hasFinger ? [.biometric] : [], create: [try passcodeSlot(passcode)]))
    case .dropFinger:
      let policy = self.policy.with { $0.mode = .passcodeOnly }
      try await core.rekey(RekeyRequest(policy: policy, keep: [.appPasscode], create: []))
    case .unlock(let isRight):
      device.pass(.hour)
      try await core.unlock(passcode: isRight ? model.stored?.passcode ?? "1234" : "0000")
    case .unlockByFinger: try await core.unlock(with: .biometric)
    case .lock: core.lock()
    case .erase: try await core.erase()
    case .restart: break
    case .background(let time):
      core.pause()
      device.pass(time)
      core.resume()
    case .lease(let value, let time):
      try await core.leases.begin("l", [.session])
      core.lock()
      device.pass(time)
      try await core.write(["session": value], lease: "l")
    }
  }

  private var hasFinger: Bool { model.stored?.hasFinger ?? false }

  private var policy: VaultPolicy {
    .test.with {
      $0.maxAttempts = modelAttempts
      $0.mode = hasFinger ? .biometricAndPasscode : .passcodeOnly
    }
  }

  /// - Throws: `Crash`, and what is no refusal
  private func outcome<Result>(_ task: () async throws -> Result) async throws -> CoreErrorCode? {
    try await refusalCode { _ = try await task() }
  }

  /// Whether exactly this is stored: looked at on a copy, with the passcode of the model.
  private func isStored(_ stored: Model.Stored?) async throws -> Bool {
    let copy = device.copy()
    let core = TestProcess(copy).core
    guard let vault = try await core.start(), let stored else {
      return try await core.start() == nil && stored == nil
    }
    let hasFinger = vault.envelope.header.slots.contains { $0.head.kind == .biometric }
    if vault.anchor.attempts != stored.attempts || hasFinger != stored.hasFinger { return false }
    copy.pass(.hour)
    if try await outcome({ try await core.unlock(passcode: stored.passcode) }) != nil { return false }
    return try await core.read() == stored.values
  }

  /// Slots that were once in use and aren't any more have no keys left: they are revoked.
  private mutating func expectRevoked(_ step: ModelStep) throws {
    let current = Set(device.disk.blobs.isEmpty ? [] : try device.storedEnvelope().slotIds)
    usedSlots.formUnion(current)
    let revoked = usedSlots.subtracting(current).map(\.hex)
    let alive = device.ring.keys.filter { name in revoked.contains { name.contains($0) } }
    if !alive.isEmpty { throw ModelFailure(description: "after \(step), keys of former slots") }
  }

  private func expectModel(_ step: ModelStep) async throws {
    let phase: Phase = model.isUnlocked ? .unlocked : model.stored == nil ? .absent : .locked
    if process.core.state.phase != phase { throw ModelFailure(description: "after \(step), not \(phase)") }
    if model.isUnlocked, try await process.core.read() != model.stored?.values {
      throw ModelFailure(description: "after \(step), other values")
    }
  }
}
