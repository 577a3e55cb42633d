/// One vault of this process. Every method first judges whether a lock is due.
///
/// What the app's life cycle brings (`pause`, `lock`, …) is done when the call returns, on the thread of the caller.
/// Operations are `async`, take turns, and go on to their end: cancelling a task that waits for one stops nothing.
public final class CoreVault: Sendable {
  public let leases: Leases
  private let store: VaultStore
  private let session: Session
  private let prompts: Prompts
  private let vaultLock: Lock
  private let access: Access
  private let contents: Contents
  /// One after the other, so that attempts are counted and writes don't collide.
  private let operations: Operations

  /// Each part is complete before the next one gets it: what is told the other way is an argument of the call.
  public init(_ ports: CorePorts, host: any CoreHost, settings: CoreSettings) {
    store = VaultStore(ports, scope: settings.scope)
    session = Session(ports)
    operations = Operations(ports, scope: settings.scope)
    prompts = Prompts(store: store, session: session, authenticator: host.authenticator, operations: operations)
    let keeper = Keeper(store: store, session: session, prompts: prompts, operations: operations)
    let lock = Lock(clock: ports.clock, host: host, keeper: keeper, settings: settings.lock)
    vaultLock = lock
    access = Access(store: store, session: session) { lock.dispatch($0) }
    leases = Leases(
      aead: ports.aead, store: store, session: session, lock: lock, access: access, operations: operations)
    contents = Contents(
      store: store, session: session, lock: lock, access: access, operations: operations, leases: leases)
  }

  public var state: LockState {
    vaultLock.section {
      vaultLock.begin()
      return vaultLock.state
    }
  }

  /// For `unlock`: a lock that comes after this moment wins.
  public var epoch: Int { vaultLock.begin() }

  /// The latest settings win.
  public func configure(_ settings: LockSettings) {
    vaultLock.dispatch(.configure(settings))
  }

  /// What is stored, without repairing it: needs no turn, and waits for nobody.
  /// - Throws: as loading does
  public func peek() throws -> LoadedVault? {
    try store.peek()
  }

  /// The values of a vault in memory, which has nothing stored.
  public var memory: Values? {
    vaultLock.section {
      vaultLock.begin()
      return session.memory
    }
  }

  /// Shows an own prompt that does not authenticate, such as for a new passcode: how long it takes is judged when it ends.
  public func asking<Result: Sendable>(_ prompt: @Sendable () async throws -> Result) async rethrows -> Result {
    try await vaultLock.asking(prompt)
  }

  /// Looks at storage: what a started process does first.
  /// - Throws: as loading does
  @discardableResult
  public func start() async throws -> LoadedVault? {
    try await operations.apart { try access.load() }
  }

  /// Somebody is there: a touch, a key, a request.
  public func noticeActivity() {
    vaultLock.dispatch(.activity)
  }

  /// The app is still on the screen, but not in use; and in use again.
  public func deactivate() {
    vaultLock.dispatch(.deactivate)
  }

  public func activate() {
    vaultLock.dispatch(.activate)
  }

  /// What the app's life cycle did.
  public func pause() {
    vaultLock.dispatch(.pause)
  }

  public func resume() {
    vaultLock.dispatch(.resume)
  }

  /// Keeps what is stored; a vault in memory has nothing stored, so there it erases.
  public func lock() {
    vaultLock.dispatch(.lock)
  }

  /// In place of whatever there was, readable or not.
  /// - Parameter replaces: `false`: only where there is nothing, else `CONFLICT`
  /// - Throws: `LOCKED`: a lock came meanwhile, the vault is stored
  public func create(_ request: NewVault, replaces: Bool = true) async throws {
    try await operations.apart {
      let epoch = vaultLock.begin()
      if !replaces, try access.load() != nil { throw conflict() }
      if request.policy.mode == .inMemoryOnly {
        // Before the first effect: what is refused leaves what is stored.
        try Session.assertFits(request.values)
        try store.erase()
        try begin(.memory, since: epoch) { session.holdMemory(request.values) }
      } else {
        let keys = try await store.create(request, replaces: replaces)
        try begin(request.policy.mode.custody, since: epoch) { session.hold(keys) }
      }
    }
  }

  /// Shows the prompt of the first slot that is alive; calls made meanwhile share it.
  /// - Parameter asked: the epoch in which it was asked for; `nil`: now
  public func unlock(_ options: UnlockOptions = UnlockOptions(), since asked: Int? = nil) async throws {
    let epoch = asked ?? epoch
    if state.phase == .absent { try await start() }
    do {
      try await vaultLock.unlock(automatic: options.automatic, since: epoch) { phase in
        if phase == .locked { prompts.only = options.only }
      }
    } catch {
      // The end of a prompt may erase the vault: whoever hears of it finds it erased.
      await operations.settled()
      throw error
    }
  }

  /// With what the caller has. Calls don't share it: each passcode is an attempt of its own.
  /// - Parameter asked: the epoch in which it was asked for; `nil`: now. Not that of its turn: a lock may come before
  /// - Returns: `false`: it was unlocked already, and nothing was tried
  @discardableResult
  public func unlock(with kind: Kind, passcode: TypedPasscode? = nil, since asked: Int? = nil) async throws -> Bool {
    let epoch = asked ?? epoch
    return try await operations.apart {
      vaultLock.begin()
      if vaultLock.state.phase == .unlocked { return false }
      try await access.open(UnlockRequest(kind: kind, passcode: passcode))
      vaultLock.dispatch(.opened(epoch: epoch))
      try vaultLock.assertUnlocked()
      return true
    }
  }

  /// - Throws: `LOCKED`, `NOT_FOUND`, as loading does
  public func values() async throws -> Values {
    try await contents.values()
  }

  /// Needs no prompt.
  /// - Throws: `LOCKED`, `CONFLICT`, `INVALID_ARGUMENT`, `LIMIT_EXCEEDED`
  public func write(_ changes: Changes, _ options: WriteOptions = WriteOptions()) async throws {
    try await contents.write(changes, options)
  }

  /// Another mode, slot or passcode.
  /// - Throws: `LOCKED`, `USER_CANCELED`, `POLICY_NOT_MET`, `CONFLICT`
  public func rekey(_ request: RekeyRequest) async throws {
    try await operations.apart {
      let epoch = try vaultLock.assertUnlocked()
      let keys = try await store.rekey(try await access.opened(), request)
      try begin(request.policy.mode.custody, since: epoch) { session.hold(keys) }
    }
  }

  /// `logout`, `clear`: needs no unlock.
  public func erase() async throws {
    // What is unlocked must not outlive the call, even when storage is slow.
    vaultLock.dispatch(.erased)
    try await operations.apart {
      try store.erase()
      vaultLock.section {
        if vaultLock.state.phase != .absent { vaultLock.dispatch(.erased) }
      }
    }
  }

  /// A lock that came meanwhile wins; none comes between.
  /// - Throws: `LOCKED`
  private func begin(_ custody: Custody, since epoch: Int, _ hold: () throws -> Void) throws {
    try vaultLock.section {
      try vaultLock.assertStill(epoch)
      try hold()
      vaultLock.dispatch(.created(custody))
    }
  }
}
