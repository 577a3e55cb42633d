#if SWIFT_PACKAGE
  import VaultCore
#endif

/// What can be said of a vault without opening it. BRIDGE.md §4.4.
struct VaultStatus: Equatable, Sendable {
  var mode: Mode
  /// Of a vault that would be made now, where nothing is stored.
  var slots: [SlotProtection]
  var isStored = false
  var isInUse = false
  var hasSession = false
  var isLocked = false
  var isPasscodeSetupNeeded = false
  /// `nil`: it is never erased for wrong passcodes.
  var attemptsLeft: Int?

  var kinds: [Kind] { slots.map(\.kind) }

  var json: JSONValue {
    .object([
      "mode": .whole(mode.rawValue), "kinds": .list(kinds.map { .whole($0.rawValue) }), "isStored": .flag(isStored),
      "isInUse": .flag(isInUse), "hasSession": .flag(hasSession), "isLocked": .flag(isLocked),
      "isPasscodeSetupNeeded": .flag(isPasscodeSetupNeeded),
      "attemptsLeft": attemptsLeft.map { .whole($0) } ?? .null,
    ])
  }
}

extension VaultStatus {
  /// Of a stored vault.
  init(of vault: LoadedVault, isUnlocked: Bool) {
    let header = vault.envelope.header
    mode = header.mode
    slots = header.slots.map { SlotProtection(kind: $0.head.kind, prf: $0.head.prf) }
    isStored = true
    isInUse = header.hasValues
    hasSession = header.hasSession
    isLocked = header.mode != .secureStorage && !isUnlocked
    isPasscodeSetupNeeded = header.passcodeSetupNeeded
    attemptsLeft = header.wipeAtMax ? max(0, header.maxAttempts - vault.anchor.attempts) : nil
  }

  /// Where definitely nothing is stored.
  static func nothing(_ future: VaultStatus) -> VaultStatus {
    var status = future
    status.isPasscodeSetupNeeded = future.kinds.contains(.appPasscode)
    return status
  }

  /// Never taken for absent: it counts as in use.
  static func unreadable(_ future: VaultStatus, isUnlocked: Bool) -> VaultStatus {
    var status = future
    (status.isStored, status.isInUse, status.hasSession) = (true, true, true)
    status.isLocked = !isUnlocked
    return status
  }

  static func inMemory(_ values: Values) -> VaultStatus {
    var status = VaultStatus(mode: .inMemoryOnly, slots: [])
    status.isInUse = !values.isEmpty
    status.hasSession = values[.session] != nil
    return status
  }
}
