import FakeDevice
import Foundation

public struct UIBackgroundTaskIdentifier: Hashable, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }
  public static let invalid = Self(rawValue: 0)
}

@MainActor public final class UIApplication: UIResponder {
  public enum State: Int, Sendable { case active, inactive, background }

  public static let shared = UIApplication()
  nonisolated public static let openSettingsURLString = "app-settings:"
  nonisolated public static let didEnterBackgroundNotification = Notification.Name(
    "UIApplicationDidEnterBackgroundNotification")
  nonisolated public static let willEnterForegroundNotification = Notification.Name(
    "UIApplicationWillEnterForegroundNotification")
  nonisolated public static let didBecomeActiveNotification = Notification.Name(
    "UIApplicationDidBecomeActiveNotification")
  nonisolated public static let willResignActiveNotification = Notification.Name(
    "UIApplicationWillResignActiveNotification")
  nonisolated public static let willTerminateNotification = Notification.Name("UIApplicationWillTerminateNotification")
  nonisolated public static let protectedDataDidBecomeAvailableNotification = Notification.Name(
    "UIApplicationProtectedDataDidBecomeAvailable")
  nonisolated public static let protectedDataWillBecomeUnavailableNotification = Notification.Name(
    "UIApplicationProtectedDataWillBecomeUnavailable")

  public internal(set) var connectedScenes: Set<UIScene> = []
  public var windows: [UIWindow] { connectedScenes.flatMap { ($0 as? UIWindowScene)?.windows ?? [] } }

  public var applicationState: State {
    let states = connectedScenes.map(\.activationState)
    if states.contains(.foregroundActive) { return .active }
    return states.contains(.foregroundInactive) ? .inactive : .background
  }

  /// Whether items of class "when unlocked" can be used.
  public var isProtectedDataAvailable: Bool { !FakeDevice.current.state.isScreenLocked }

  nonisolated private let tasks = BackgroundTasks()
  /// How many the app holds: what it does not give back, the system ends it for.
  nonisolated public var fakeBackgroundTasks: Int { tasks.count }

  nonisolated public func beginBackgroundTask(
    withName name: String? = nil, expirationHandler: (@MainActor @Sendable () -> Void)? = nil
  ) -> UIBackgroundTaskIdentifier {
    tasks.begin()
  }

  nonisolated public func endBackgroundTask(_ identifier: UIBackgroundTaskIdentifier) {
    tasks.end(identifier)
  }
}

private final class BackgroundTasks: @unchecked Sendable {
  private let lock = NSLock()
  private var held: Set<UIBackgroundTaskIdentifier> = []
  private var last = 0

  var count: Int { lock.withLock { held.count } }

  func begin() -> UIBackgroundTaskIdentifier {
    lock.withLock {
      last += 1
      let identifier = UIBackgroundTaskIdentifier(rawValue: last)
      held.insert(identifier)
      return identifier
    }
  }

  func end(_ identifier: UIBackgroundTaskIdentifier) {
    lock.withLock { precondition(held.remove(identifier) != nil, "this task is not held") }
  }
}

@MainActor public final class UIDevice: NSObject {
  public static let current = UIDevice()
  public var systemVersion: String { "18.0" }
  public var model: String { "iPhone" }
}

@MainActor public final class UIScreen: NSObject {
  public static let main = UIScreen()
  public let bounds = CGRect(x: 0, y: 0, width: 390, height: 844)
}
