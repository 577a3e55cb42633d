import Foundation

@MainActor open class UIScene: UIResponder {
  public enum ActivationState: Int, Sendable { case unattached = -1, foregroundActive, foregroundInactive, background }

  nonisolated public static let willConnectNotification = Notification.Name("UISceneWillConnectNotification")
  nonisolated public static let didDisconnectNotification = Notification.Name("UISceneDidDisconnectNotification")
  nonisolated public static let didActivateNotification = Notification.Name("UISceneDidActivateNotification")
  nonisolated public static let willDeactivateNotification = Notification.Name("UISceneWillDeactivateNotification")
  nonisolated public static let willEnterForegroundNotification = Notification.Name(
    "UISceneWillEnterForegroundNotification")
  nonisolated public static let didEnterBackgroundNotification = Notification.Name(
    "UISceneDidEnterBackgroundNotification")

  public internal(set) var activationState = ActivationState.unattached
}

@MainActor public final class UIWindowScene: UIScene {
  public internal(set) var windows: [UIWindow] = []
  public var keyWindow: UIWindow? { windows.last { $0.isKeyWindow } }
}

@MainActor open class UIWindow: UIView {
  public struct Level: Comparable, Hashable, Sendable {
    public let rawValue: CGFloat
    public init(rawValue: CGFloat) { self.rawValue = rawValue }
    public init(_ rawValue: CGFloat) { self.rawValue = rawValue }
    public static let normal = Self(0)
    public static let statusBar = Self(1000)
    public static let alert = Self(2000)
    public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
    public static func + (level: Self, above: CGFloat) -> Self { Self(level.rawValue + above) }
  }

  public var windowLevel = Level.normal { didSet { FakeScreen.onChange() } }
  open override var isHidden: Bool {
    didSet {
      FakeScreen.onChange()
      guard oldValue != isHidden, let controller = rootViewController else { return }
      if isHidden { controller.fakeDisappear() } else { controller.fakeAppear() }
    }
  }
  public private(set) var isKeyWindow = false
  /// Setting it to `nil` takes the window off the screen.
  public var windowScene: UIWindowScene? {
    didSet {
      oldValue?.windows.removeAll { $0 === self }
      if let windowScene, !windowScene.windows.contains(where: { $0 === self }) { windowScene.windows.append(self) }
      FakeScreen.onChange()
    }
  }
  public var rootViewController: UIViewController? {
    didSet {
      oldValue?.view.removeFromSuperview()
      if let view = rootViewController?.view { addSubview(view) }
    }
  }
  open override var window: UIWindow? { self }

  public convenience init(windowScene: UIWindowScene) {
    self.init(frame: CGRect(x: 0, y: 0, width: 390, height: 844))
    isHidden = true
    self.windowScene = windowScene
    windowScene.windows.append(self)
  }

  open func makeKeyAndVisible() {
    isHidden = false
    makeKey()
  }

  open func makeKey() {
    for other in windowScene?.windows ?? [] { other.isKeyWindow = other === self }
  }
}
