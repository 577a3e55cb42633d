import UIKit

/// The views of the built-in prompt. System colours and text styles, so that it follows dark mode and text size.
@MainActor final class PasscodeForm {
  let texts: PasscodeTexts
  let purpose: PasscodePurpose
  let fields: [UITextField]
  /// Stays while it is true: attempts that are left.
  let note: UILabel
  let complaint: UILabel
  let submit: UIButton
  let cancel: UIButton
  /// Over all of it while the app is not in use: the app switcher keeps a picture.
  let shade = UIView(frame: .zero)
  private let title: UILabel
  /// What a new passcode has to be, said before one is typed.
  private let rules: UILabel?

  init(_ purpose: PasscodePurpose, _ texts: PasscodeTexts) {
    self.purpose = purpose
    self.texts = texts
    let words = PasscodeForm.words(for: purpose, texts)
    title = PasscodeForm.label(words.title, .title2)
    title.accessibilityTraits = .header
    rules = words.rules.map { PasscodeForm.label($0, .subheadline) }
    rules?.textColor = .secondaryLabel
    note = PasscodeForm.label("", .headline)
    note.accessibilityIdentifier = "identity-vault-note"
    note.isHidden = true
    complaint = PasscodeForm.label("", .body)
    complaint.textColor = .systemRed
    complaint.accessibilityIdentifier = "identity-vault-complaint"
    fields = words.fields.map(PasscodeForm.field)
    submit = PasscodeForm.button(words.submit)
    cancel = PasscodeForm.button(texts.cancel)
  }

  private static func words(
    for purpose: PasscodePurpose, _ texts: PasscodeTexts
  ) -> (title: String, rules: String?, fields: [String], submit: String) {
    switch purpose {
    case .enter: return (texts.unlockTitle, nil, [texts.passcode], texts.unlock)
    case .choose(let rules):
      return (texts.chooseTitle, texts.text(of: rules), [texts.newPasscode, texts.repeatPasscode], texts.save)
    }
  }

  func build(in view: UIView) {
    view.backgroundColor = .systemBackground
    let buttons = UIStackView(arrangedSubviews: [cancel, submit])
    buttons.distribution = .fillEqually
    buttons.spacing = 16
    let above = [title, rules, note].compactMap { $0 }
    let stack = UIStackView(arrangedSubviews: above + fields + [complaint, buttons])
    stack.axis = .vertical
    stack.spacing = 16
    // Large text needs more than a screen.
    let scroll = UIScrollView(frame: .zero)
    scroll.keyboardDismissMode = .interactive
    scroll.addSubview(stack)
    view.addSubview(scroll)
    shade.backgroundColor = .systemBackground
    shade.isHidden = true
    view.addSubview(shade)
    layOut(stack, scroll, view)
  }

  /// Says something that stays until it is said otherwise; an empty text takes it away.
  func warn(_ text: String) {
    note.text = text
    note.isHidden = text.isEmpty
  }

  func setBusy(_ isBusy: Bool) {
    submit.isEnabled = !isBusy
    for field in fields { field.isEnabled = !isBusy }
  }

  func clear() {
    for field in fields { field.text = "" }
  }

  private func layOut(_ stack: UIStackView, _ scroll: UIScrollView, _ view: UIView) {
    for one in [stack, scroll, shade] as [UIView] { one.translatesAutoresizingMaskIntoConstraints = false }
    let (content, safe) = (scroll.contentLayoutGuide, view.safeAreaLayoutGuide)
    NSLayoutConstraint.activate([
      shade.topAnchor.constraint(equalTo: view.topAnchor), shade.bottomAnchor.constraint(equalTo: view.bottomAnchor),
      shade.leadingAnchor.constraint(equalTo: view.leadingAnchor),
      shade.trailingAnchor.constraint(equalTo: view.trailingAnchor),
      scroll.topAnchor.constraint(equalTo: safe.topAnchor), scroll.bottomAnchor.constraint(equalTo: safe.bottomAnchor),
      scroll.leadingAnchor.constraint(equalTo: safe.leadingAnchor),
      scroll.trailingAnchor.constraint(equalTo: safe.trailingAnchor),
      // It scrolls up and down alone.
      content.widthAnchor.constraint(equalTo: scroll.frameLayoutGuide.widthAnchor, multiplier: 1),
      stack.topAnchor.constraint(equalTo: content.topAnchor, constant: 48),
      stack.bottomAnchor.constraint(equalTo: content.bottomAnchor, constant: -24),
      stack.leadingAnchor.constraint(equalTo: view.readableContentGuide.leadingAnchor),
      stack.trailingAnchor.constraint(equalTo: view.readableContentGuide.trailingAnchor),
    ])
  }

  private static func label(_ text: String, _ style: UIFont.TextStyle) -> UILabel {
    let label = UILabel(frame: .zero)
    label.text = text
    label.font = .preferredFont(forTextStyle: style)
    label.adjustsFontForContentSizeCategory = true
    label.numberOfLines = 0
    label.textAlignment = .center
    return label
  }

  /// Nothing offers to keep what is typed, or knows what was typed before: a password manager would keep it beside the
  /// vault that it protects. A field for one-time codes is offered no passwords.
  private static func field(_ name: String) -> UITextField {
    let field = UITextField(frame: .zero)
    field.isSecureTextEntry = true
    field.textContentType = .oneTimeCode
    field.autocorrectionType = .no
    field.spellCheckingType = .no
    field.autocapitalizationType = .none
    field.smartQuotesType = .no
    field.smartDashesType = .no
    field.smartInsertDeleteType = .no
    field.borderStyle = .roundedRect
    field.placeholder = name
    field.accessibilityLabel = name
    field.font = .preferredFont(forTextStyle: .body)
    field.adjustsFontForContentSizeCategory = true
    return field
  }

  private static func button(_ title: String) -> UIButton {
    let button = UIButton(type: .system)
    button.setTitle(title, for: .normal)
    button.titleLabel?.font = .preferredFont(forTextStyle: .headline)
    button.titleLabel?.adjustsFontForContentSizeCategory = true
    return button
  }
}
