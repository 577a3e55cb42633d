import Foundation

@MainActor open class UIResponder: NSObject {
  open var canBecomeFirstResponder: Bool { false }
  public private(set) var isFirstResponder = false
  @discardableResult open func becomeFirstResponder() -> Bool {
    isFirstResponder = canBecomeFirstResponder
    return isFirstResponder
  }
  @discardableResult open func resignFirstResponder() -> Bool {
    isFirstResponder = false
    return true
  }
}

@MainActor open class UIView: UIResponder, FakeAnchors {
  public struct AutoresizingMask: OptionSet, Sendable {
    public let rawValue: UInt
    public init(rawValue: UInt) { self.rawValue = rawValue }
    public static let flexibleWidth = Self(rawValue: 1 << 1)
    public static let flexibleHeight = Self(rawValue: 1 << 4)
  }

  public var frame: CGRect
  public var bounds: CGRect
  public private(set) var subviews: [UIView] = []
  public private(set) weak var superview: UIView?
  public var backgroundColor: UIColor?
  open var isHidden = false
  public var alpha: CGFloat = 1
  public var tag = 0
  public var isUserInteractionEnabled = true
  public var translatesAutoresizingMaskIntoConstraints = true
  public var autoresizingMask: AutoresizingMask = []
  public let safeAreaLayoutGuide = UILayoutGuide()
  public let layoutMarginsGuide = UILayoutGuide()
  public let readableContentGuide = UILayoutGuide()
  public let keyboardLayoutGuide = UILayoutGuide()
  public var directionalLayoutMargins = NSDirectionalEdgeInsets(top: 8, leading: 8, bottom: 8, trailing: 8)
  public var overrideUserInterfaceStyle = UIUserInterfaceStyle.unspecified
  public let layer = CALayer()

  public var isAccessibilityElement = false
  public var accessibilityLabel: String?
  public var accessibilityValue: String?
  public var accessibilityHint: String?
  public var accessibilityIdentifier: String?
  public var accessibilityTraits: UIAccessibilityTraits = []
  public var accessibilityViewIsModal = false
  public var accessibilityElementsHidden = false

  public override convenience init() { self.init(frame: .zero) }
  public init(frame: CGRect) {
    self.frame = frame
    bounds = CGRect(origin: .zero, size: frame.size)
    super.init()
  }
  @available(*, unavailable) public required init?(coder: NSCoder) { fatalError("there are no archives here") }

  open var window: UIWindow? { superview.flatMap { $0 as? UIWindow ?? $0.window } }

  open func addSubview(_ view: UIView) {
    view.removeFromSuperview()
    view.superview = self
    subviews.append(view)
  }
  open func insertSubview(_ view: UIView, at index: Int) {
    addSubview(view)
    subviews.insert(subviews.removeLast(), at: index)
  }
  open func removeFromSuperview() {
    superview?.subviews.removeAll { $0 === self }
    superview = nil
  }
  open func bringSubviewToFront(_ view: UIView) {
    subviews.sort { $1 === view && $0 !== view }
  }
  open func layoutIfNeeded() {}
  open func setNeedsLayout() {}
  open func snapshotView(afterScreenUpdates: Bool) -> UIView? { UIView(frame: frame) }
  public func setContentHuggingPriority(_ priority: UILayoutPriority, for axis: NSLayoutConstraint.Axis) {}
  public func setContentCompressionResistancePriority(_ priority: UILayoutPriority, for axis: NSLayoutConstraint.Axis) {
  }
  public static func performWithoutAnimation(_ actions: () -> Void) { actions() }
}

extension NSLayoutConstraint {
  public enum Axis: Int, Sendable { case horizontal, vertical }
}

public final class CALayer: NSObject {
  public var cornerRadius: CGFloat = 0
  public var masksToBounds = false
}

public struct UIAccessibilityTraits: OptionSet, Sendable {
  public let rawValue: UInt64
  public init(rawValue: UInt64) { self.rawValue = rawValue }
  public static let button = Self(rawValue: 1)
  public static let header = Self(rawValue: 2)
  public static let staticText = Self(rawValue: 4)
  public static let updatesFrequently = Self(rawValue: 8)
}

@MainActor public enum UIAccessibility {
  public struct Notification: Equatable, Sendable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public static let screenChanged = Self(rawValue: 1000)
    public static let layoutChanged = Self(rawValue: 1001)
    public static let announcement = Self(rawValue: 1008)
  }
  /// What VoiceOver was told to say, in order.
  public static var fakeAnnouncements: [String] = []
  public static var isVoiceOverRunning = false
  public static func post(notification: Notification, argument: Any?) {
    if let text = argument as? String { fakeAnnouncements.append(text) }
  }
}
