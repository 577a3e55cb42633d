import Foundation

@MainActor public class UIMenuElement: NSObject {
  public let title: String
  init(fakeTitle: String) { title = fakeTitle }
}

@MainActor public final class UIAction: UIMenuElement {
  public struct Identifier: Hashable, Sendable {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
  }
  let handler: @MainActor (UIAction) -> Void
  public init(
    title: String = "", image: UIImage? = nil, identifier: Identifier? = nil,
    handler: @escaping @MainActor (UIAction) -> Void
  ) {
    self.handler = handler
    super.init(fakeTitle: title)
  }
}

@MainActor open class UIControl: UIView {
  public struct Event: OptionSet, Hashable, Sendable {
    public let rawValue: UInt
    public init(rawValue: UInt) { self.rawValue = rawValue }
    public static let touchUpInside = Self(rawValue: 1 << 6)
    public static let valueChanged = Self(rawValue: 1 << 12)
    public static let primaryActionTriggered = Self(rawValue: 1 << 13)
    public static let editingChanged = Self(rawValue: 1 << 17)
    public static let editingDidEnd = Self(rawValue: 1 << 18)
    public static let editingDidEndOnExit = Self(rawValue: 1 << 19)
  }
  public struct State: OptionSet, Hashable, Sendable {
    public let rawValue: UInt
    public init(rawValue: UInt) { self.rawValue = rawValue }
    public static let normal: State = []
    public static let highlighted = Self(rawValue: 1)
    public static let disabled = Self(rawValue: 2)
  }
  public var isEnabled = true
  private var actions: [(UIAction, Event)] = []

  public func addAction(_ action: UIAction, for events: Event) {
    actions.append((action, events))
  }
  public func sendActions(for events: Event) {
    for (action, wanted) in actions where !wanted.isDisjoint(with: events) { action.handler(action) }
  }
}

@MainActor open class UILabel: UIView {
  public var text: String?
  public var font: UIFont?
  public var textColor: UIColor?
  public var textAlignment = NSTextAlignment.natural
  public var numberOfLines = 1
  public var adjustsFontForContentSizeCategory = false
  public var lineBreakMode = 0
}

@MainActor open class UIButton: UIControl {
  public enum ButtonType: Int, Sendable { case custom, system, close = 7 }
  private var titles: [State: String] = [:]
  public let titleLabel: UILabel? = UILabel()
  public convenience init(type: ButtonType = .custom, primaryAction: UIAction? = nil) {
    self.init(frame: .zero)
    isAccessibilityElement = true
    if let primaryAction {
      addAction(primaryAction, for: .primaryActionTriggered)
      setTitle(primaryAction.title, for: .normal)
    }
  }
  public func setTitle(_ title: String?, for state: State) { titles[state] = title }
  public func setTitleColor(_ color: UIColor?, for state: State) {}
  public func title(for state: State) -> String? { titles[state] ?? titles[.normal] }
  public var currentTitle: String? { title(for: isEnabled ? .normal : .disabled) }
}

@MainActor open class UIScrollView: UIView {
  public enum KeyboardDismissMode: Int, Sendable { case none, onDrag, interactive }
  public let contentLayoutGuide = UILayoutGuide()
  public let frameLayoutGuide = UILayoutGuide()
  public var alwaysBounceVertical = false
  public var keyboardDismissMode = KeyboardDismissMode.none
  public var contentInset = UIEdgeInsets.zero
}

@MainActor open class UIStackView: UIView {
  public enum Distribution: Int, Sendable { case fill, fillEqually, fillProportionally, equalSpacing, equalCentering }
  public enum Alignment: Int, Sendable { case fill, leading, firstBaseline, center, trailing, lastBaseline }
  public var axis = NSLayoutConstraint.Axis.horizontal
  public var spacing: CGFloat = 0
  public var distribution = Distribution.fill
  public var alignment = Alignment.fill
  public var isLayoutMarginsRelativeArrangement = false
  public private(set) var arrangedSubviews: [UIView] = []
  public convenience init(arrangedSubviews views: [UIView]) {
    self.init(frame: .zero)
    for view in views { addArrangedSubview(view) }
  }
  public func addArrangedSubview(_ view: UIView) {
    arrangedSubviews.append(view)
    addSubview(view)
  }
  public func setCustomSpacing(_ spacing: CGFloat, after view: UIView) {}
}

@MainActor open class UIImageView: UIView {
  public enum Mode: Int, Sendable { case scaleToFill, scaleAspectFit, scaleAspectFill, center = 4 }
  public var image: UIImage?
  public var contentMode = Mode.scaleToFill
  public convenience init(image: UIImage?) {
    self.init(frame: .zero)
    self.image = image
  }
}

@MainActor open class UIVisualEffectView: UIView {
  public var effect: UIVisualEffect?
  public let contentView = UIView()
  public convenience init(effect: UIVisualEffect?) {
    self.init(frame: .zero)
    self.effect = effect
    addSubview(contentView)
  }
}

@MainActor open class UIActivityIndicatorView: UIView {
  public enum Style: Int, Sendable { case medium = 100, large }
  public private(set) var isAnimating = false
  public var hidesWhenStopped = true
  public convenience init(style: Style) { self.init(frame: .zero) }
  public func startAnimating() { isAnimating = true }
  public func stopAnimating() { isAnimating = false }
}
