@testable import VaultCore

/// Tells a story from its start, or goes on with it.
struct StoryPlayer {
  private let id: String
  private let device: StoryDevice
  private var vault: CoreVault
  private var steps: Int

  /// The vault of every case.
  private static let scope = Bytes(repeating: 7, count: 32)

  init(_ story: Story) {
    self.init(id: story.id, on: StoryDevice(story.kind), steps: 0)
  }

  /// - Parameter steps: how many came before
  init(id: String, on device: StoryDevice, steps: Int) {
    self.id = id
    self.device = device
    self.steps = steps
    vault = Self.startProcess(on: device)
  }

  /// - Parameter killAfter: so many effects; the next step is another process's
  mutating func play(_ step: StoryStep, killAfter: Int? = nil) async throws -> (StoryResult, [StoryEffect]) {
    begin(step, killAfter)
    if case .restart = step.operation { vault = Self.startProcess(on: device) }
    let result = try await outcome(of: step.operation)
    if killAfter != nil { vault = Self.startProcess(on: device) }
    return (result, device.effects)
  }

  private mutating func begin(_ step: StoryStep, _ killAfter: Int?) {
    let random = labelled("random", Bytes(id.utf8) + Bytes(bigEndian: UInt32(steps)), count: 512)
    steps += 1
    var run = StoryDevice.Run(killAfter: killAfter, random: random, now: step.now, keysStick: step.keysStick)
    if case .unlock(let kind, _) = step.operation { run.countsEvaluations = kind != .device }
    device.begin(run)
  }

  private func outcome(of operation: StoryOperation) async throws -> StoryResult {
    do {
      return try await perform(operation)
    } catch is Killed {
      return .done
    } catch let error as CoreError {
      return .refused(error.code.rawValue)
    }
  }

  private func perform(_ operation: StoryOperation) async throws -> StoryResult {
    switch operation {
    case .create(let policy, let slots, let values):
      try await vault.create(NewVault(policy: policy, slots: try slots.map { try $0.request() }, values: values))
    case .load, .restart:
      return stored(try await vault.start())
    case .unlock(let kind, let passcode):
      try await vault.unlock(with: kind, passcode: passcode.map(typed))
      return .values(try await vault.values().inOrder)
    case .write(let changes, let policy):
      try await vault.write(changes, WriteOptions(policy: policy))
    case .rekey(let policy, let keep, let create):
      try await vault.rekey(
        RekeyRequest(policy: policy, keep: keep, create: try create.map { try $0.request() }))
    case .erase:
      try await vault.erase()
    case .lock:
      vault.lock()
    case .leaseBegin(let id, let names):
      try await vault.leases.begin(id, names)
    case .leaseWrite(let id, let changes):
      try await vault.write(changes, WriteOptions(lease: id))
    case .enrol, .loseKeys, .loseAnchorWrites, .store:
      device.befall { $0.befall(operation) }
    }
    return .done
  }

  private func stored(_ vault: LoadedVault?) -> StoryResult {
    guard let vault else { return .refused("NOT_FOUND") }
    let dead = vault.anchor.deadSlots.map(\.hex)
    return .vault(generation: vault.envelope.header.generation, attempts: vault.anchor.attempts, dead: dead)
  }

  private static func startProcess(on device: StoryDevice) -> CoreVault {
    let lock = LockSettings(lockAfter: nil, hideScreen: false)
    return CoreVault(
      CorePorts(of: device), host: TestHost(ScriptedAuthenticator([])),
      settings: CoreSettings(scope: scope, lock: lock))
  }
}

extension StoryDevice.Contents {
  /// What happens to the device, and not by an operation.
  fileprivate mutating func befall(_ operation: StoryOperation) {
    switch operation {
    case .enrol:
      kemKeys = kemKeys.mapValues { key in
        var key = key
        key.isLive = key.isLive && key.survivesEnrolment
        return key
      }
    case .loseKeys:
      keys = keys.filter { !$0.key.hasSuffix(".prf") }
    case .loseAnchorWrites(let count):
      for _ in 0..<count { anchor = formerAnchors.popLast() ?? nil }
    case .store(let anchor, let envelope, let names):
      (self.anchor, self.envelope) = (anchor, envelope)
      for name in names { keys[name] = labelled("key", Bytes(name.utf8)) }
    default:
      break
    }
  }
}
