import FakeDevice
import Foundation

/// What the system and the person do with the app's scenes.
@MainActor public enum FakeScreen {
  /// A window was shown, hidden, moved to a scene or away from it.
  public static var onChange: @MainActor @Sendable () -> Void = {}

  private static var app: UIApplication { .shared }

  /// A scene with a window of its own. It is in the background until it is shown.
  public static func connect(_ root: UIViewController) -> UIWindowScene {
    let scene = UIWindowScene()
    app.connectedScenes.insert(scene)
    scene.activationState = .background
    post(UIScene.willConnectNotification, scene)
    let window = UIWindow(windowScene: scene)
    window.rootViewController = root
    window.makeKeyAndVisible()
    return scene
  }

  public static func disconnect(_ scene: UIWindowScene) {
    app.connectedScenes.remove(scene)
    scene.activationState = .unattached
    post(UIScene.didDisconnectNotification, scene)
  }

  public static func enterForeground(_ scene: UIWindowScene) {
    guard scene.activationState == .background else { return }
    let wasAway = app.applicationState == .background
    post(UIScene.willEnterForegroundNotification, scene)
    if wasAway { post(UIApplication.willEnterForegroundNotification, app) }
    scene.activationState = .foregroundInactive
  }

  public static func activate(_ scene: UIWindowScene) {
    guard scene.activationState == .foregroundInactive else { return }
    let wasActive = app.applicationState == .active
    scene.activationState = .foregroundActive
    post(UIScene.didActivateNotification, scene)
    if !wasActive { post(UIApplication.didBecomeActiveNotification, app) }
  }

  public static func deactivate(_ scene: UIWindowScene) {
    guard scene.activationState == .foregroundActive else { return }
    post(UIScene.willDeactivateNotification, scene)
    let others = app.connectedScenes.filter { $0 !== scene && $0.activationState == .foregroundActive }
    if others.isEmpty { post(UIApplication.willResignActiveNotification, app) }
    scene.activationState = .foregroundInactive
  }

  public static func enterBackground(_ scene: UIWindowScene) {
    guard scene.activationState == .foregroundInactive else { return }
    scene.activationState = .background
    post(UIScene.didEnterBackgroundNotification, scene)
    if app.applicationState == .background { post(UIApplication.didEnterBackgroundNotification, app) }
  }

  /// Protected data comes and goes with the screen lock, not with a scene.
  public static func tellProtectedData(isAvailable: Bool) {
    let name =
      isAvailable
      ? UIApplication.protectedDataDidBecomeAvailableNotification
      : UIApplication.protectedDataWillBecomeUnavailableNotification
    post(name, app)
  }

  /// The window on top: what a person, and the picture that the system takes, sees first.
  public static func topWindow(of scene: UIWindowScene) -> UIWindow? {
    let shown = scene.windows.filter { !$0.isHidden }
    return shown.enumerated().max { ($0.element.windowLevel, $0.offset) < ($1.element.windowLevel, $1.offset) }?.element
  }

  private static func post(_ name: Notification.Name, _ object: NSObject) {
    NotificationCenter.default.post(name: name, object: object)
  }
}

extension FakeScreen {
  /// Above everything of the app, its alerts too: nothing of it can be seen.
  public static func isCovered(_ scene: UIWindowScene) -> Bool {
    scene.windows.contains { window in
      !window.isHidden && window.windowLevel > .alert && window.fakeFind(UITextField.self).isEmpty
    }
  }

  /// The system's prompt is no part of the app: scenes in use become inactive while it is shown.
  public static func systemPrompt(isShown: Bool) {
    // Behind the lock screen nothing becomes active again.
    if !isShown, FakeDevice.current.state.isScreenLocked { return tellProtectedData(isAvailable: false) }
    for case let scene as UIWindowScene in UIApplication.shared.connectedScenes {
      if isShown { deactivate(scene) } else { activate(scene) }
    }
  }
}
