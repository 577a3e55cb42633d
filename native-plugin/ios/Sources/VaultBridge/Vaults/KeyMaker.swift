#if SWIFT_PACKAGE
  import VaultCore
#endif

/// What is to be made.
struct KeyOrder: Sendable {
  let policy: VaultPolicy
  let passcode: NewPasscode?
}

struct NewPasscode: Sendable {
  let typed: TypedPasscode
  /// It came as a text from the page.
  let isSeenByJs: Bool
}

/// Which keys a vault gets on this device; makes them.
struct KeyMaker: Sendable {
  private typealias MakeSlots = @Sendable ([Kind], NewPasscode?) async throws -> Void

  let platform: any Platform
  let core: CoreVault

  /// - Throws: `PolicyNotMet`: the mode has no way to unlock here
  func slots(for mode: Mode) throws(Rejection) -> [Kind] {
    let biometrics = platform.biometrics
    let isBiometric = mode.mayUseBiometrics && biometrics.isAvailable
    return try mode.slots(biometric: isBiometric, deviceCredential: biometrics.isDeviceCredentialAvailable)
  }

  /// None where the mode has no way to unlock here: it is refused when it is used.
  func possibleSlots(for mode: Mode) -> [Kind] {
    (try? slots(for: mode)) ?? []
  }

  /// Shows the built-in prompt for a new passcode.
  /// - Returns: `nil`: the person gave up
  func choosePasscode() async -> TypedPasscode? {
    let (prompt, rules) = (platform.passcodePrompt, platform.passcodeRules)
    return await core.asking { await prompt.choose(rules) }
  }

  /// A new vault.
  /// - Parameter replaces: whether it may take the place of one that is there
  /// - Returns: the passcode that it took
  func makeVault(_ order: KeyOrder, _ values: Values, replaces: Bool) async throws -> NewPasscode? {
    try await make(order) { kinds, passcode in
      let slots = try kinds.map { try request($0, passcode) }
      try await core.create(NewVault(policy: order.policy, slots: slots, values: values), replaces: replaces)
    }
  }

  /// Other keys for the vault that is stored.
  /// - Parameter present: the kinds of slots it has
  /// - Returns: the passcode that it took; `nil`: a passcode that stays is the former one
  func remakeKeys(_ order: KeyOrder, present: [Kind]) async throws -> NewPasscode? {
    try await make(order) { kinds, passcode in
      let isNew = { (kind: Kind) in !present.contains(kind) || (kind == .appPasscode && passcode != nil) }
      let create = try kinds.filter(isNew).map { try request($0, passcode) }
      // What this process does not know of may have been stored by an earlier one, or another.
      if core.state.phase == .absent { try await core.start() }
      try await core.rekey(RekeyRequest(policy: order.policy, keep: kinds.filter { !isNew($0) }, create: create))
    }
  }

  /// Once more, where only trying told that there are no biometric keys, and the mode has another way.
  private func make(_ order: KeyOrder, _ makeSlots: MakeSlots) async throws -> NewPasscode? {
    let kinds = try slots(for: order.policy.mode)
    do {
      try await makeSlots(kinds, order.passcode)
      return kinds.contains(.appPasscode) ? order.passcode : nil
    } catch let error as CoreError where error.code == .policyNotMet && kinds.contains(.biometric) {
      let others = try slots(for: order.policy.mode)
      if others.contains(.biometric) { throw error }
      let isAsked = order.passcode == nil && others.contains(.appPasscode)
      let chosen = isAsked ? await choosePasscode() : nil
      let passcode = chosen.map { NewPasscode(typed: $0, isSeenByJs: false) } ?? order.passcode
      try await makeSlots(others, passcode)
      return others.contains(.appPasscode) ? passcode : nil
    }
  }

  /// - Throws: `MissingPasscode`, `PolicyNotMet`: it can't be a passcode here
  private func request(_ kind: Kind, _ passcode: NewPasscode?) throws -> SlotRequest {
    switch kind {
    case .biometric: return .biometric
    case .deviceCredential: return .deviceCredential
    case .device: return .device
    case .appPasscode:
      guard let passcode else { throw Rejection(.missingPasscode) }
      return .appPasscode(try platform.passcodeRules.bytes(passcode.typed))
    }
  }
}
