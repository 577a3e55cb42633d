/// What is stored, as far as the lock has to know.
public enum FoundVault: String, Sendable {
  case absent
  case stored
  case open
}

/// What happened. Each event first judges what is due at its moment.
public enum Happening: Equatable, Sendable {
  case tick
  /// Storage was looked at after the process started, or after another one wrote.
  case found(FoundVault)
  /// A vault was created or replaced: it is unlocked.
  case created(Custody)
  case erased
  /// Loading failed; erases nothing. `notFound`, `tooManyAttempts`: the stored vault turned out to be gone.
  case damaged(CoreErrorCode)
  /// Somebody is there: a touch, a key, a request.
  case activity
  case configure(LockSettings)
  /// Still on the screen, but not in use; and in use again. Locks nothing.
  case deactivate
  case activate
  case pause
  case resume
  /// `lockOut`.
  case lock
  /// - automatic: nobody asked for it, such as an unlock on access
  case unlock(caller: String, automatic: Bool)
  /// A slot was opened without a prompt, such as with a passcode that the app passed in.
  case opened(epoch: Int)
  /// An own prompt that does not authenticate, such as for a new passcode.
  case promptBegin
  case promptEnd(PromptEnd)
  case leaseBegin(id: String, names: [PayloadKey])
  /// - unchanged: what the lease names is stored as it was when the lease was granted, under the same data key
  case leaseWrite(id: String, names: [PayloadKey], unchanged: Bool)
  /// The refresh failed: nothing will be written.
  case leaseEnd(id: String)
}

public struct PromptEnd: Equatable, Sendable {
  public enum Outcome: Equatable, Sendable {
    /// A slot was opened.
    case ok
    /// A prompt that does not authenticate was answered.
    case done
    case refused(CoreErrorCode)
  }

  public let outcome: Outcome
  /// With `keyInvalidated`: the vault's policy.
  public let enrolment: Enrolment
  /// With `lockedOut`: configured to erase, and no other slot.
  public let erases: Bool

  public init(_ outcome: Outcome, enrolment: Enrolment = .requireOther, erases: Bool = false) {
    self.outcome = outcome
    self.enrolment = enrolment
    self.erases = erases
  }
}

/// What is to be done about it, in this order.
public enum StateEffect: Equatable, Sendable {
  case showPrompt
  case resolve(callers: [String])
  case reject(callers: [String], CoreErrorCode)
  /// Forget the data key, or the values of a vault in memory.
  case dropKey
  /// Forget what was opened too late; an open lease keeps its key.
  case dropOpened
  /// What was opened was in time: from now on it is what is held.
  case keepOpened
  case markSlotDead
  case erase
  case notifyUnlocked
  case notifyLocked(saved: Bool, timeout: Bool)
  case notifyErased
  /// The idle lock comes in this time.
  case notifyIdle(remaining: Milliseconds)
  /// Somebody is there after all.
  case notifyActive
  case cover
  case uncover
  /// The app gets the chance to leave the page before anyone sees it.
  case uncoverWhenAcknowledged(limit: Milliseconds)
  case grantLease(id: String)
  case denyLease(id: String, CoreErrorCode)
  case writeWithLease(id: String)
}
