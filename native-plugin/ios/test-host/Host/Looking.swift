import FakeDevice
import Foundation
import UIKit

/// What a test sees of the phone.
extension Host {
  func state(of device: FakeDevice) -> [String: Any] {
    let state = device.state
    return [
      "isPasscodeSet": state.isPasscodeSet, "enrolment": state.enrolment, "isLockedOut": state.isLockedOut,
      "permission": state.permission.rawValue,
      "prompts": device.person.prompts.map { ["prompt": $0.prompt.rawValue, "text": $0.text] },
      "isBeingAsked": device.person.isBeingAsked,
      "items": state.items.map(description),
      "backgroundTasks": UIApplication.shared.fakeBackgroundTasks,
    ]
  }

  /// Never what is in it.
  private func description(of item: KeychainItem) -> [String: Any] {
    let identity = item.identity.mapValues { value in
      Data(base64Encoded: value).map { String(decoding: $0, as: UTF8.self) }.flatMap { $0.hasPrefix("idv1") ? $0 : nil }
        ?? value
    }
    return [
      "class": item.itemClass.rawValue, "identity": identity, "protection": item.access.protection,
      "flags": item.access.flags, "size": item.secret.count,
    ]
  }

  /// What is on the screen, the topmost window first.
  func look() -> [[String: Any]] {
    let windows = scenes.flatMap(\.windows).filter { !$0.isHidden }.sorted { $0.windowLevel > $1.windowLevel }
    return windows.map { window in
      ["level": Double(window.windowLevel.rawValue), "views": window.fakeFind(UIView.self).compactMap { seen($0) }]
    }
  }

  private func seen(_ view: UIView) -> [String: Any]? {
    guard view.fakeIsReachable else { return nil }
    var words: [String: Any] = ["kind": String(describing: Swift.type(of: view))]
    words["identifier"] = view.accessibilityIdentifier
    words["label"] = view.accessibilityLabel
    words["text"] = (view as? UILabel)?.text ?? (view as? UIButton)?.currentTitle
    if let field = view as? UITextField {
      words["placeholder"] = field.placeholder
      words["isSecure"] = field.isSecureTextEntry
      words["length"] = field.text?.utf16.count ?? 0
      words["contentType"] = field.textContentType?.rawValue
    }
    if let control = view as? UIControl { words["isEnabled"] = control.isEnabled }
    return words
  }

  func press(_ label: String) {
    let buttons = scenes.flatMap(\.windows).flatMap { $0.fakeFind(UIButton.self) { $0.fakeIsReachable } }
    guard let button = buttons.last(where: { $0.fakeName == label }) else { preconditionFailure("no button \(label)") }
    button.fakePress()
  }

  func type(_ command: Command) {
    let fields = scenes.flatMap(\.windows).flatMap { $0.fakeFind(UITextField.self) { $0.fakeIsReachable } }
    fields[command.number("field") ?? 0].fakeType(command.text("text") ?? "")
  }
}

extension UIButton {
  /// What a person calls it.
  var fakeName: String? { accessibilityLabel ?? currentTitle }
}
