/// What the platform does when the vault's lock changes.
///
/// Called one after the other, in the vault's critical section and on whichever thread brought the event: a call must not
/// wait for another thread. What it calls back is judged at once, and has its effects after those that are under way.
public protocol CoreHost: Sendable {
  var authenticator: any Authenticator { get }

  func onUnlocked()
  /// - Parameters:
  ///   - saved: what is stored is still there
  ///   - timeout: time did it
  func onLocked(saved: Bool, timeout: Bool)
  func onErased()
  /// Nobody was there for so long that the vault locks in this time.
  func onIdle(remaining: Milliseconds)
  /// Somebody is there after all.
  func onActive()
  /// Calls back once after this time, in place of what it was asked before; `nil`: nothing to wait for. Late is no harm.
  func wake(in delay: Milliseconds?, _ wake: @escaping @Sendable () -> Void)
  func cover()
  func uncover()
  /// - Parameter limit: how long to wait at most for the app's reaction
  func uncoverWhenAcknowledged(limit: Milliseconds)
}

extension CoreHost {
  public func onIdle(remaining: Milliseconds) {}
  public func onActive() {}
}
