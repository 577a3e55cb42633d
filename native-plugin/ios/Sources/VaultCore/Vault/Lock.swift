import Foundation

/// What the lock has done by who holds the keys.
protocol KeyKeeper: Sendable {
  func dropKey()
  func dropOpened()
  func keepOpened()
  /// There is no lease (any more).
  func forgetLease()
  // These take their time; what comes of it is told.
  func showPrompt(_ tell: @escaping Tell)
  func erase()
  func markSlotDead(_ tell: @escaping Tell)
}

typealias Tell = @Sendable (Happening) -> Void

/// The lock of one vault: feeds the reducer, and performs what it decides. One short critical section, callable from any
/// thread at any moment: to be covered, a vault must not wait for an operation. FORMAT.md §15.
///
/// `@unchecked Sendable`: the compiler can't know that what can be changed is touched only within `section`.
final class Lock: @unchecked Sendable {
  private let clock: any Clock
  private let host: any CoreHost
  private let keeper: any KeyKeeper
  private let mutex = NSRecursiveLock()
  private var current: LockState
  private var callers: [String: CheckedContinuation<Void, any Error>] = [:]
  private var calls = 0
  /// The moment that a tick was asked for.
  private var armed: Milliseconds?
  /// What was decided and not performed yet.
  private var effects: [StateEffect] = []
  private var isPerforming = false

  init(clock: any Clock, host: any CoreHost, keeper: any KeyKeeper, settings: LockSettings) {
    self.clock = clock
    self.host = host
    self.keeper = keeper
    current = LockState(settings)
  }

  /// No event comes between what is done here. Must not wait for another thread.
  func section<Result>(_ body: () throws -> Result) rethrows -> Result {
    mutex.lock()
    defer { mutex.unlock() }
    return try body()
  }

  var state: LockState { section { current } }

  func dispatch(_ happening: Happening) {
    section { _ = decide(happening) }
  }

  /// What a host calls back while effects are performed is decided at once, but has its effects after those.
  private func decide(_ happening: Happening) -> [StateEffect] {
    let hadLease = current.hasLease
    let decided = current.reduce(happening, at: clock.now())
    if hadLease && !current.hasLease { keeper.forgetLease() }
    arm()
    if !decided.isEmpty {
      effects += decided
      performAll()
    }
    return decided
  }

  /// Nobody else tells the lock that time has passed.
  private func arm() {
    let due = current.nextDue
    if due == armed { return }
    armed = due
    host.wake(in: due.map { $0.left(from: clock.now()) }) { [weak self] in
      self?.section {
        self?.armed = nil
        self?.begin()
      }
    }
  }

  /// Comes first in every entry point.
  /// - Returns: the epoch, for `assertStill`
  @discardableResult
  func begin() -> Int {
    section { judge() }
  }

  /// Within the section.
  private func judge() -> Int {
    _ = decide(.tick)
    return current.epoch
  }

  /// - Throws: `LOCKED`: a lock or erasure came since
  func assertStill(_ epoch: Int) throws {
    if begin() != epoch { throw CoreError(.locked, "the vault was locked meanwhile") }
  }

  /// - Returns: the epoch
  /// - Throws: `LOCKED`, `NOT_FOUND`
  @discardableResult
  func assertUnlocked() throws -> Int {
    try section {
      let epoch = judge()
      switch current.phase {
      case .absent: throw CoreError(.notFound, "there is no vault")
      case .locked, .unlocking: throw CoreError(.locked, "the vault is locked")
      case .unlocked: return epoch
      }
    }
  }

  /// Shows an own prompt that does not authenticate: how long it takes is judged when it ends.
  func asking<Result: Sendable>(_ prompt: @Sendable () async throws -> Result) async rethrows -> Result {
    let isShown = section {
      begin()
      defer { dispatch(.promptBegin) }
      return current.prompt != nil
    }
    defer { if !isShown { dispatch(.promptEnd(PromptEnd(.done))) } }
    return try await prompt()
  }

  /// Ends with the unlock that is under way or begins.
  /// - Parameters:
  ///   - epoch: when it was asked for
  ///   - prepare: with the phase that it is asked for in
  /// - Throws: `LOCKED`: also where a lock came since
  func unlock(automatic: Bool, since epoch: Int, _ prepare: (Phase) -> Void) async throws {
    try await withCheckedThrowingContinuation { (answer: CheckedContinuation<Void, any Error>) in
      section {
        let isLate = begin() != epoch
        if isLate, current.phase == .locked || current.phase == .unlocking {
          answer.resume(throwing: CoreError(.locked, "the vault was locked meanwhile"))
          return
        }
        prepare(current.phase)
        calls += 1
        callers[String(calls)] = answer
        dispatch(.unlock(caller: String(calls), automatic: automatic))
      }
    }
  }

  /// - Parameter happening: `leaseBegin` or `leaseWrite`
  /// - Throws: why it was denied
  func lease(_ happening: Happening) throws {
    for case .denyLease(_, let code) in section({ decide(happening) }) {
      throw CoreError(code, "the lease does not allow this")
    }
  }

  private func performAll() {
    if isPerforming { return }
    isPerforming = true
    defer { isPerforming = false }
    while !effects.isEmpty { perform(effects.removeFirst()) }
  }

  private func perform(_ effect: StateEffect) {
    switch effect {
    case .resolve(let ids): settle(ids) { $0.resume() }
    case .reject(let ids, let code):
      settle(ids) { $0.resume(throwing: CoreError(code, "the vault was not unlocked")) }
    case .grantLease, .denyLease, .writeWithLease: break  // Whoever asked has the answer.
    case .dropKey: keeper.dropKey()
    case .dropOpened: keeper.dropOpened()
    case .keepOpened: keeper.keepOpened()
    case .erase: keeper.erase()
    case .showPrompt: keeper.showPrompt { [self] in dispatch($0) }
    case .markSlotDead: keeper.markSlotDead { [self] in dispatch($0) }
    default: host.perform(effect)
    }
  }

  private func settle(_ ids: [String], _ answer: (CheckedContinuation<Void, any Error>) -> Void) {
    for id in ids { callers.removeValue(forKey: id).map(answer) }
  }
}
