import Foundation

public enum UIModalPresentationStyle: Int, Sendable {
  case fullScreen, pageSheet, formSheet, currentContext, custom, overFullScreen, overCurrentContext, popover
  case automatic = -2
}
public enum UIModalTransitionStyle: Int, Sendable { case coverVertical, flipHorizontal, crossDissolve, partialCurl }
public enum UIStatusBarStyle: Int, Sendable { case `default`, lightContent, darkContent = 3 }
public enum UIStatusBarAnimation: Int, Sendable { case none, fade, slide }
public struct UIInterfaceOrientationMask: OptionSet, Sendable {
  public let rawValue: UInt
  public init(rawValue: UInt) { self.rawValue = rawValue }
  public static let portrait = Self(rawValue: 2)
  public static let all = Self(rawValue: 30)
  public static let allButUpsideDown = Self(rawValue: 26)
}

@MainActor open class UIViewController: UIResponder {
  public init(nibName: String? = nil, bundle: Bundle? = nil) { super.init() }
  @available(*, unavailable) public required init?(coder: NSCoder) { fatalError("there are no archives here") }

  private var loaded: UIView?
  public var title: String?
  public var modalPresentationStyle = UIModalPresentationStyle.automatic
  public var modalTransitionStyle = UIModalTransitionStyle.coverVertical
  public var isModalInPresentation = false
  public var overrideUserInterfaceStyle = UIUserInterfaceStyle.unspecified
  public private(set) var presentedViewController: UIViewController?
  public private(set) weak var presentingViewController: UIViewController?
  public let traitCollection = UITraitCollection()
  open var prefersStatusBarHidden: Bool { false }
  open var supportedInterfaceOrientations: UIInterfaceOrientationMask { .all }
  open var preferredStatusBarStyle: UIStatusBarStyle { .default }

  public var isViewLoaded: Bool { loaded != nil }
  // swift-format-ignore: NeverUseImplicitlyUnwrappedOptionals
  public var view: UIView! {
    get {
      if loaded == nil {
        loadView()
        viewDidLoad()
      }
      return loaded
    }
    set { loaded = newValue }
  }
  open func loadView() { loaded = UIView(frame: .zero) }
  open func viewDidLoad() {}
  open func viewWillAppear(_ animated: Bool) {}
  open func viewDidAppear(_ animated: Bool) {}
  open func viewWillDisappear(_ animated: Bool) {}
  open func viewDidDisappear(_ animated: Bool) {}

  func fakeAppear() {
    viewWillAppear(false)
    viewDidAppear(false)
  }

  func fakeDisappear() {
    viewWillDisappear(false)
    viewDidDisappear(false)
  }

  open func present(_ controller: UIViewController, animated: Bool, completion: (() -> Void)? = nil) {
    // The system logs "which is already presenting", and shows nothing.
    guard presentedViewController == nil, view.window != nil else { return }
    presentedViewController = controller
    controller.presentingViewController = self
    view.window?.addSubview(controller.view)
    controller.viewWillAppear(animated)
    controller.viewDidAppear(animated)
    completion?()
  }

  open func dismiss(animated: Bool, completion: (() -> Void)? = nil) {
    guard let shown = presentedViewController else {
      presentingViewController?.dismiss(animated: animated, completion: completion)
      return
    }
    shown.viewWillDisappear(animated)
    shown.view.removeFromSuperview()
    presentedViewController = nil
    shown.viewDidDisappear(animated)
    completion?()
  }
}

public final class UITraitCollection: NSObject, Sendable {
  public let userInterfaceStyle = UIUserInterfaceStyle.unspecified
}

@MainActor public final class UIStoryboard: NSObject {
  private let name: String
  public init(name: String, bundle: Bundle?) { self.name = name }
  public func instantiateInitialViewController() -> UIViewController? {
    let controller = UIViewController()
    controller.view.accessibilityIdentifier = "storyboard \(name)"
    return controller
  }
}
