/// What a vault is configured to.
public struct VaultPolicy: Equatable, Sendable {
  public var mode: Mode
  public var enrolment: Enrolment
  public var maxAttempts: Int
  public var wipeAtMax: Bool
  public var passcodeSetupNeeded: Bool

  public init(mode: Mode, enrolment: Enrolment, maxAttempts: Int, wipeAtMax: Bool, passcodeSetupNeeded: Bool) {
    self.mode = mode
    self.enrolment = enrolment
    self.maxAttempts = maxAttempts
    self.wipeAtMax = wipeAtMax
    self.passcodeSetupNeeded = passcodeSetupNeeded
  }
}

/// What a write may change of the vault besides its values: what no key has to be made anew for.
public struct PolicyChanges: Equatable, Sendable {
  public var maxAttempts: Int?
  public var wipeAtMax: Bool?

  public init(maxAttempts: Int? = nil, wipeAtMax: Bool? = nil) {
    self.maxAttempts = maxAttempts
    self.wipeAtMax = wipeAtMax
  }
}

extension Header {
  /// Whether the vault has values is filled in when it is sealed.
  init(vaultId: Bytes, scope: Bytes, policy: VaultPolicy, generation: Int, slots: [Slot]) {
    self.init(
      vaultId: vaultId, scope: scope, mode: policy.mode, enrolment: policy.enrolment, maxAttempts: policy.maxAttempts,
      generation: generation, hasValues: false, hasSession: false, wipeAtMax: policy.wipeAtMax,
      passcodeSetupNeeded: policy.passcodeSetupNeeded, slots: slots)
  }

  public var policy: VaultPolicy {
    VaultPolicy(
      mode: mode, enrolment: enrolment, maxAttempts: maxAttempts, wipeAtMax: wipeAtMax,
      passcodeSetupNeeded: passcodeSetupNeeded)
  }
}
