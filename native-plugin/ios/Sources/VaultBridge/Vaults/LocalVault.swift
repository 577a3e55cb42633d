#if SWIFT_PACKAGE
  import VaultCore
#endif

/// What vaults of a process share.
struct VaultSurroundings: Sendable {
  let platform: any Platform
  let screen: DeviceScreen
  let log: EventLog
}

/// One vault of this process: the core, told in words of modes and passcodes. Throws `CoreError` and `Rejection`.
final class LocalVault: Sendable {
  private struct State {
    var settings: Settings
    /// Chosen for the next new vault while nothing is stored.
    var chosenMode: Mode?
    /// Of the passcode that the stored vault has; `unknown`: an earlier process, or another one, took it.
    var passcodeSeenByJs = Tristate.unknown
    var isSigningIn = false
    /// Counts them, so that each has another id.
    var leases = 0
  }

  let id: String
  let turns = InTurn()
  private let platform: any Platform
  private let screen: DeviceScreen
  private let prompts: VaultPrompts
  private let dismissPrompt: @Sendable () -> Void
  private let prf: Prf
  private let core: CoreVault
  private let events: VaultEvents
  private let keys: KeyMaker
  private let state: Guarded<State>

  init(id: String, scope: Bytes, in surroundings: VaultSurroundings, _ settings: Settings) {
    self.id = id
    platform = surroundings.platform
    screen = surroundings.screen
    state = Guarded(State(settings: settings))
    prompts = VaultPrompts(settings.texts)
    let parts = platform.vault(prompts)
    dismissPrompt = parts.dismissPrompt
    prf = parts.ports.deviceFunction.prf
    let passcode = PromptedPasscode(platform.passcodePrompt)
    events = VaultEvents(
      vault: id, log: surroundings.log, screen: screen, timer: platform.timer, authenticator: passcode,
      dismissPrompt: parts.dismissPrompt)
    core = CoreVault(
      parts.ports, host: events,
      settings: CoreSettings(scope: scope, lock: settings.lock(hides: screen.hides, isSigningIn: false)))
    keys = KeyMaker(platform: platform, core: core)
    passcode.onAttemptsLeft { [weak self] in try? self?.status().attemptsLeft }
    screen.hasVaults()
  }

  func configure(_ settings: Settings) {
    state.with { $0.settings = settings }
    prompts.texts = settings.texts
    followScreen()
  }

  /// Whether the screen is hidden for every vault may have changed.
  func followScreen() {
    let (settings, isSigningIn) = state.with { ($0.settings, $0.isSigningIn) }
    core.configure(settings.lock(hides: screen.hides, isSigningIn: isSigningIn))
  }

  /// The end comes after that of the prompt, so that how long it took was judged.
  func signsIn(_ isSigningIn: Bool) {
    state.with { $0.isSigningIn = isSigningIn }
    followScreen()
  }

  /// Known without looking at storage. Judges what is due.
  var isUnlocked: Bool { core.state.phase == .unlocked }

  func status() throws -> VaultStatus {
    if let memory = core.memory { return .inMemory(memory) }
    do {
      if let vault = try core.peek() { return VaultStatus(of: vault, isUnlocked: isUnlocked) }
      return .nothing(future)
    } catch let error as CoreError where error.code != .temporarilyUnavailable {
      return .unreadable(future, isUnlocked: isUnlocked)
    }
  }

  func protection() throws -> ProtectionReport {
    let found = try status()
    var report = platform.protection(of: found.slots)
    if found.kinds.contains(.appPasscode) {
      // The last attempt or a changed enrolment may have erased the one that was known.
      report.passcodeSeenByJs = found.isStored ? state.with { $0.passcodeSeenByJs } : .unknown
    }
    return report
  }

  /// Empty where definitely nothing is stored.
  func values() async throws -> Values {
    try await ifStored { try await self.core.values() } ?? [:]
  }

  /// Needs no prompt. Only a value to set makes a vault where none is.
  func write(_ changes: Changes) async throws {
    let written: Void? = try await ifStored {
      try await self.core.write(changes, WriteOptions(policy: self.settings.policyChanges))
    }
    let values = changes.compactMapValues { $0 }
    if written == nil, !values.isEmpty { try await create(newMode, values, nil, replaces: false) }
  }

  /// The permission to write these keys later, also up to 10 s after a lock.
  /// - Returns: its id
  func lease(_ names: [PayloadKey]) async throws -> String {
    let id = state.with { state in
      state.leases += 1
      return "lease\(state.leases)"
    }
    try await core.leases.begin(id, names)
    return id
  }

  /// Uses the lease up.
  func write(_ changes: Changes, lease: String) async throws {
    try await core.write(changes, WriteOptions(lease: lease))
  }

  /// An unknown one is ignored.
  func endLease(_ id: String) { core.leases.end(id) }

  /// A new vault in place of whatever there was.
  func replace(_ mode: Mode, _ values: Values, _ passcode: NewPasscode?) async throws {
    try await create(mode, values, passcode, replaces: true)
    events.onConfigured()
  }

  /// Another mode or, with `passcode`, another passcode.
  func rekey(_ mode: Mode, _ passcode: NewPasscode?) async throws {
    let found = try status()
    if found.isStored, mode != .inMemoryOnly {
      let order = KeyOrder(policy: settings.policy(mode), passcode: passcode)
      note(try await keys.remakeKeys(order, present: found.kinds))
    } else if found.isStored || found.isInUse || passcode != nil {
      try await create(mode, try await values(), passcode, replaces: true)
    } else {
      // An empty vault in memory would go on taking values.
      if core.memory != nil { try await core.erase() }
      state.with { $0.chosenMode = mode }
    }
    events.onConfigured()
  }

  func slots(for mode: Mode) throws -> [Kind] { try keys.slots(for: mode) }

  func choosePasscode() async -> TypedPasscode? { await keys.choosePasscode() }

  /// Shows an own prompt that unlocks nothing.
  func asking(_ prompt: @Sendable () async throws -> Void) async throws { try await core.asking(prompt) }

  /// Begins before it returns: a lock that comes later wins. Nothing to do where it is not locked.
  func beginUnlock(only: Kind?) -> @Sendable () async throws -> Void {
    let epoch = core.epoch
    return { [self] in
      let found = try status()
      if !found.isLocked { return }
      prompts.offersDeviceCredential = only == nil && found.kinds.contains(.deviceCredential)
      try await core.unlock(UnlockOptions(only: only), since: epoch)
    }
  }

  /// One attempt. Begins before it returns: a lock that comes later wins. Nothing to do where it is not locked.
  func beginUnlock(with passcode: TypedPasscode) -> @Sendable () async throws -> Void {
    let epoch = core.epoch
    return { [self] in
      guard try status().isLocked else { return }
      let opens = try await core.unlock(with: .appPasscode, passcode: passcode, since: epoch)
      if opens { state.with { $0.passcodeSeenByJs = .yes } }
    }
  }

  func lock() {
    core.lock()
    dismissPrompt()
  }

  func erase() async throws {
    dismissPrompt()
    try await core.erase()
    state.with { ($0.chosenMode, $0.passcodeSeenByJs) = (nil, .unknown) }
    events.onConfigured()
  }

  /// Of a write that had begun before the vault was erased.
  func eraseWhatCameBack() async throws {
    if try status().isStored { try await erase() }
  }

  func pause() { core.pause() }
  func resume() { core.resume() }
  func deactivate() { core.deactivate() }
  func activate() { core.activate() }
  func noticeActivity() { core.noticeActivity() }

  private var settings: Settings { state.with { $0.settings } }

  private var newMode: Mode { state.with { $0.chosenMode ?? $0.settings.mode } }

  /// What a vault would be that is made now.
  private var future: VaultStatus {
    let (mode, settings) = (newMode, settings)
    let slots = keys.possibleSlots(for: mode).map { SlotProtection(kind: $0, prf: prf) }
    return VaultStatus(mode: mode, slots: slots, attemptsLeft: settings.wipeAtMax ? settings.maxAttempts : nil)
  }

  /// `nil` where definitely nothing is stored.
  private func ifStored<Result: Sendable>(_ task: @Sendable () async throws -> Result) async throws -> Result? {
    do {
      // What a process does not know of may have been stored by an earlier one, or another.
      if core.state.phase == .absent { try await core.start() }
      return try await task()
    } catch let error as CoreError where error.code == .notFound {
      return nil
    }
  }

  private func create(_ mode: Mode, _ values: Values, _ passcode: NewPasscode?, replaces: Bool) async throws {
    let order = KeyOrder(policy: settings.policy(mode), passcode: passcode)
    note(try await keys.makeVault(order, values, replaces: replaces))
    state.with { $0.chosenMode = mode == .inMemoryOnly ? mode : nil }
  }

  /// - Parameter taken: the passcode that the vault has now; `nil`: none, or its former one
  private func note(_ taken: NewPasscode?) {
    if let taken { state.with { $0.passcodeSeenByJs = taken.isSeenByJs ? .yes : .no } }
  }
}
