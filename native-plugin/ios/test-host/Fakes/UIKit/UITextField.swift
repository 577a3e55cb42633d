import Foundation

public enum UIKeyboardType: Int, Sendable { case `default`, asciiCapable, numbersAndPunctuation, URL, numberPad }
public enum UIReturnKeyType: Int, Sendable { case `default`, go, google, join, next, route, search, send, yahoo, done }
public enum UITextAutocorrectionType: Int, Sendable { case `default`, no, yes }
public enum UITextSpellCheckingType: Int, Sendable { case `default`, no, yes }
public enum UITextAutocapitalizationType: Int, Sendable { case none, words, sentences, allCharacters }
public enum UITextSmartQuotesType: Int, Sendable { case `default`, no, yes }
public enum UITextSmartDashesType: Int, Sendable { case `default`, no, yes }
public enum UITextSmartInsertDeleteType: Int, Sendable { case `default`, no, yes }

public struct UITextContentType: Hashable, Sendable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public static let password = Self(rawValue: "password")
  public static let newPassword = Self(rawValue: "new-password")
  public static let oneTimeCode = Self(rawValue: "one-time-code")
}

@MainActor public protocol UITextFieldDelegate: NSObjectProtocol {
  func textFieldShouldReturn(_ textField: UITextField) -> Bool
  func textField(
    _ textField: UITextField, shouldChangeCharactersIn range: NSRange, replacementString string: String
  ) -> Bool
}
extension UITextFieldDelegate {
  public func textFieldShouldReturn(_ textField: UITextField) -> Bool { true }
  public func textField(
    _ textField: UITextField, shouldChangeCharactersIn range: NSRange, replacementString string: String
  ) -> Bool { true }
}

@MainActor open class UITextField: UIControl {
  public enum BorderStyle: Int, Sendable { case none, line, bezel, roundedRect }
  public var text: String? = ""
  public var placeholder: String?
  public var font: UIFont?
  public var textColor: UIColor?
  public var textAlignment = NSTextAlignment.natural
  public var borderStyle = BorderStyle.none
  public var isSecureTextEntry = false
  public var adjustsFontForContentSizeCategory = false
  public var keyboardType = UIKeyboardType.default
  public var returnKeyType = UIReturnKeyType.default
  public var enablesReturnKeyAutomatically = false
  public var textContentType: UITextContentType?
  public var autocorrectionType = UITextAutocorrectionType.default
  public var spellCheckingType = UITextSpellCheckingType.default
  public var autocapitalizationType = UITextAutocapitalizationType.sentences
  public var smartQuotesType = UITextSmartQuotesType.default
  public var smartDashesType = UITextSmartDashesType.default
  public var smartInsertDeleteType = UITextSmartInsertDeleteType.default
  public weak var delegate: (any UITextFieldDelegate)?
  open override var canBecomeFirstResponder: Bool { true }

  /// What a person does at the keyboard. Refused where no person could: hidden, covered, or without a window.
  public func fakeType(_ typed: String) {
    precondition(isEnabled && fakeIsReachable, "nobody can type here")
    let whole = NSRange(location: 0, length: (text ?? "").utf16.count)
    guard delegate?.textField(self, shouldChangeCharactersIn: whole, replacementString: typed) ?? true else { return }
    text = typed
    sendActions(for: .editingChanged)
  }

  public func fakePressReturn() {
    precondition(isEnabled && fakeIsReachable, "nobody can type here")
    guard delegate?.textFieldShouldReturn(self) ?? true else { return }
    sendActions(for: .editingDidEndOnExit)
    sendActions(for: .primaryActionTriggered)
  }
}

extension UIButton {
  public func fakePress() {
    precondition(isEnabled && fakeIsReachable, "nobody can press this")
    sendActions(for: [.touchUpInside, .primaryActionTriggered])
  }
}

extension UIView {
  /// On the screen, and nothing of it is hidden.
  public var fakeIsReachable: Bool {
    var view: UIView? = self
    while let one = view {
      if one.isHidden || !one.isUserInteractionEnabled { return false }
      if one is UIWindow { return true }
      view = one.superview
    }
    return false
  }

  public func fakeFind<View: UIView>(_ type: View.Type, where fits: (View) -> Bool = { _ in true }) -> [View] {
    let mine = (self as? View).map { fits($0) ? [$0] : [] } ?? []
    return mine + subviews.flatMap { $0.fakeFind(type, where: fits) }
  }
}
