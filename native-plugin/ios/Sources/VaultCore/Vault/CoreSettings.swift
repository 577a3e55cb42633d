public struct CoreSettings: Sendable {
  public var scope: Bytes
  public var lock: LockSettings

  public init(scope: Bytes, lock: LockSettings) {
    self.scope = scope
    self.lock = lock
  }
}

public struct UnlockOptions: Sendable {
  /// Nobody asked for it.
  public var automatic: Bool
  /// The kind of slot to ask for; `nil`: any.
  public var only: Kind?

  public init(automatic: Bool = false, only: Kind? = nil) {
    self.automatic = automatic
    self.only = only
  }
}

public struct WriteOptions: Sendable {
  /// What changes of the vault besides its values.
  public var policy: PolicyChanges
  /// The lease that allows it, also while locked.
  public var lease: String?

  public init(policy: PolicyChanges = PolicyChanges(), lease: String? = nil) {
    self.policy = policy
    self.lease = lease
  }
}
