import OpenSSLCryptography

@testable import VaultCore

/// The process was killed.
struct Killed: Error {}

/// A device whose every change is noted, and on which a process can be killed between any two of them.
final class StoryDevice: Sendable {
  struct Kind: Sendable {
    /// Both records are in one transaction.
    let isJoint: Bool
    let kem: StoryKem.Quality
  }

  /// A KEM key: what was encrypted to it, and whether it is still there.
  struct KemKey {
    let survivesEnrolment: Bool
    var isLive = true
    var secrets: [Bytes: Bytes] = [:]
  }

  /// What outlives a process.
  struct Contents {
    var keys: [String: Bytes] = [:]
    var kemKeys: [String: KemKey] = [:]
    var anchor: Bytes?
    var envelope: Bytes?
    var former: Bytes?
    /// Anchors that were stored before, the latest last.
    var formerAnchors: [Bytes?] = []

    mutating func store(anchor next: Bytes?) {
      formerAnchors.append(anchor)
      anchor = next
    }
  }

  /// Is told where something is to be left behind by a process that really ends.
  struct Watcher: Sendable {
    let onChange: @Sendable (Contents) -> Void
    /// Here the process is to be killed.
    let onDeath: @Sendable ([StoryEffect]) -> Void
  }

  /// A step, and what it left behind until now.
  struct Run {
    var effects: [StoryEffect] = []
    /// After so many effects the process is dead.
    var killAfter: Int?
    var isKilled = false
    var random: Bytes
    var now: Milliseconds
    var keysStick = false
    /// F is evaluated where it can be counted: when something is opened.
    var countsEvaluations = false
  }

  let kind: Kind
  private let state: Guarded<State>

  private let watcher: Watcher?

  private struct State: Sendable {
    var contents: Contents
    var run = Run(random: [], now: 0)
  }

  /// - Parameter contents: as earlier processes left it
  init(_ kind: Kind, contents: Contents = Contents(), watcher: Watcher? = nil) {
    self.kind = kind
    self.watcher = watcher
    state = Guarded(State(contents: contents))
  }

  func begin(_ run: Run) {
    state.with { $0.run = run }
  }

  var effects: [StoryEffect] { state.with { $0.run.effects } }

  var now: Milliseconds { state.with { $0.run.now } }

  /// What happens to the device by no operation.
  func befall(_ change: (inout Contents) -> Void) {
    state.with { state in
      change(&state.contents)
      watcher?.onChange(state.contents)
    }
  }

  /// The random bytes of the step, in the order in which they are asked for.
  func random(_ count: Int) -> Bytes {
    state.with { state in
      precondition(state.run.random.count >= count, "the stream of this step is used up")
      let bytes = Bytes(state.run.random.prefix(count))
      state.run.random.removeFirst(count)
      return bytes
    }
  }

  func look<Value>(_ value: (Contents) throws -> Value) throws -> Value {
    try state.with {
      if $0.run.isKilled { throw Killed() }
      return try value($0.contents)
    }
  }

  /// Before what it tells of: a killed process leaves out what would come next.
  ///
  /// - Parameter change: returns `nil` where there is nothing to change
  @discardableResult
  func record(_ change: (inout Contents, Run) throws -> StoryEffect?) throws -> Bool {
    try state.with { state in
      if state.run.isKilled { throw Killed() }
      var changed = state.contents
      guard let effect = try change(&changed, state.run) else { return false }
      if state.run.effects.count == state.run.killAfter {
        watcher?.onDeath(state.run.effects)
        state.run.isKilled = true
        throw Killed()
      }
      state.run.effects.append(effect)
      state.contents = changed
      watcher?.onChange(changed)
      return true
    }
  }
}

/// Bytes that anybody can compute: SHA-256 of a label and an input.
func labelled(_ label: String, _ input: Bytes) -> Bytes {
  sha256(Bytes("idv1-vectors/\(label)".utf8) + input)
}

/// Blocks of it, numbered from 0.
func labelled(_ label: String, _ input: Bytes, count: Int) -> Bytes {
  let blocks = (0..<(count + 31) / 32).map { labelled(label, input + Bytes(bigEndian: UInt32($0))) }
  return Bytes(blocks.joined().prefix(count))
}
