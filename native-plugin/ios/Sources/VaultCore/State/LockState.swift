/// `stored` locks; `open` (SecureStorage) never does; `memory` is erased by a lock.
public enum Custody: String, Sendable {
  case stored
  case open
  case memory
}

public enum Phase: String, Sendable {
  case absent
  case locked
  case unlocking
  case unlocked
}

public struct Lease: Equatable, Sendable {
  public let id: String
  /// The keys it may write.
  public let names: [PayloadKey]
  /// Set by a lock.
  public internal(set) var deadline: Milliseconds?
}

/// An own prompt that is shown.
struct Prompt: Equatable, Sendable {
  /// Whether its success proves that a person is present.
  let authenticates: Bool
  /// Of the state when it was shown: a later one means that its result is discarded.
  let epoch: Int
  /// Longest stay in the background that ended during the prompt; `nil`: none did.
  var away: Milliseconds?
}

struct Background: Equatable, Sendable {
  var since: Milliseconds
  /// Began while an own prompt was shown.
  let duringPrompt: Bool
}

/// Of an unlocked vault.
struct Use: Equatable, Sendable {
  /// Since when it is unlocked: the login, or the unlock.
  var since: Milliseconds
  /// When somebody was last there.
  var last: Milliseconds
  /// The app was told that the idle lock is near.
  var isWarned = false

  init(from now: Milliseconds) {
    since = now
    last = now
  }
}

/// What of the state is configured.
public struct LockSettings: Equatable, Sendable {
  /// In the background; `nil` = never, 0 = at once.
  public var lockAfter: Milliseconds?
  public var hideScreen: Bool
  /// Without anybody there; 0 = off.
  public var idleTimeout: Milliseconds
  /// Since the login or unlock; 0 = off.
  public var sessionTimeout: Milliseconds

  public init(
    lockAfter: Milliseconds?, hideScreen: Bool, idleTimeout: Milliseconds = 0, sessionTimeout: Milliseconds = 0
  ) {
    self.lockAfter = lockAfter
    self.hideScreen = hideScreen
    self.idleTimeout = idleTimeout
    self.sessionTimeout = sessionTimeout
  }

  var hasTimeout: Bool { idleTimeout > 0 || sessionTimeout > 0 }
}

/// Everything that decides whether a vault answers. Plain data. FORMAT.md §15.1.
public struct LockState: Equatable, Sendable {
  public internal(set) var phase = Phase.absent
  public internal(set) var custody = Custody.stored
  var settings: LockSettings
  var background: Background?
  /// On the screen, but not in use: another app, or the system, is before it. Nothing is locked for that.
  var isInactive = false
  /// While it was covered the app was told to leave the page.
  var isLeft = false
  var use: Use?
  var prompt: Prompt?
  /// Callers that share the unlock under way.
  var callers: [String] = []
  public internal(set) var lease: Lease?
  /// Whether a prompt may be shown that nobody asked for; off after a cancellation, until the next foreground.
  var mayPrompt = true
  /// Counts locks, erasures, damage and new vaults: what began in an earlier epoch is not answered in a later one.
  public internal(set) var epoch = 0

  /// A process that has just started.
  public init(_ settings: LockSettings) {
    self.settings = settings
  }
}
