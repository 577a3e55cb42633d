import UIKit

#if SWIFT_PACKAGE
  import VaultBridge
  import VaultCore
#endif

/// Takes entries until one is right, or the person gives up. An empty one is a slip, and never an attempt.
final class PasscodeController: UIViewController {
  private let form: PasscodeForm
  private let submit: PasscodeWindow.Submit
  private var finish: ((Result<Bool, any Error>) -> Void)?
  /// What is being checked counts, whether the prompt stays or not.
  private var check: Task<Void, Never>?
  private var countdown: Task<Void, Never>?
  private var observers: [any NSObjectProtocol] = []

  init(
    _ form: PasscodeForm, _ submit: @escaping PasscodeWindow.Submit,
    _ finish: @escaping (Result<Bool, any Error>) -> Void
  ) {
    self.form = form
    self.submit = submit
    self.finish = finish
    super.init(nibName: nil, bundle: nil)
    isModalInPresentation = true
  }

  @available(*, unavailable) required init?(coder: NSCoder) { nil }

  override func viewDidLoad() {
    super.viewDidLoad()
    form.build(in: view)
    form.submit.addAction(UIAction { [weak self] _ in self?.enter() }, for: .primaryActionTriggered)
    form.cancel.addAction(UIAction { [weak self] _ in self?.giveUp() }, for: .primaryActionTriggered)
    for (index, field) in form.fields.enumerated() {
      let next = form.fields.dropFirst(index + 1).first
      field.returnKeyType = next == nil ? .done : .next
      field.addAction(
        UIAction { [weak self] _ in
          if let next { _ = next.becomeFirstResponder() } else { self?.enter() }
        }, for: .editingDidEndOnExit)
    }
    shadeWhileAway()
  }

  override func viewDidAppear(_ animated: Bool) {
    super.viewDidAppear(animated)
    _ = form.fields.first?.becomeFirstResponder()
    UIAccessibility.post(notification: .screenChanged, argument: form.fields.first)
  }

  func giveUp() {
    let check = check
    Task {
      await check?.value
      end(.success(false))
    }
  }

  private func enter() {
    if check != nil || countdown != nil { return }
    let entries = form.fields.map { TypedPasscode(utf16: ($0.text ?? "").utf16) }
    guard let entered = entries.first, !entered.isEmpty else { return complain(form.texts.empty) }
    if let repeated = entries.dropFirst().first, repeated.isDifferent(from: entered) {
      return complain(form.texts.differs)
    }
    form.setBusy(true)
    check = Task {
      await judge(entered)
      check = nil
    }
  }

  private func judge(_ entered: TypedPasscode) async {
    do {
      guard let refusal = try await submit(entered) else { return end(.success(true)) }
      form.setBusy(false)
      if case .delayed(let delay) = refusal { countDown(delay) } else { complain(form.texts.text(of: refusal)) }
    } catch {
      end(.failure(error))
    }
  }

  private func complain(_ text: String) {
    form.clear()
    form.complaint.text = text
    UIAccessibility.post(notification: .announcement, argument: text)
    _ = form.fields.first?.becomeFirstResponder()
  }

  /// Said once, and shown each second.
  private func countDown(_ delay: Milliseconds) {
    let clock = MonotonicClock()
    let end = clock.now() + delay
    complain(form.texts.text(of: .delayed(delay)))
    form.setBusy(true)
    countdown = Task {
      while clock.now() < end, finish != nil {
        form.complaint.text = form.texts.text(of: .delayed(end - clock.now()))
        try? await Task.sleep(nanoseconds: 1_000_000_000)
      }
      countdown = nil
      if finish == nil { return }
      form.setBusy(false)
      complain(form.texts.empty)
    }
  }

  private func end(_ outcome: Result<Bool, any Error>) {
    form.clear()
    for observer in observers { NotificationCenter.default.removeObserver(observer) }
    observers = []
    finish?(outcome)
    finish = nil
  }

  private func shadeWhileAway() {
    shade(UIApplication.willResignActiveNotification, isHidden: false)
    shade(UIApplication.didBecomeActiveNotification, isHidden: true)
  }

  private func shade(_ name: Notification.Name, isHidden: Bool) {
    observers.append(
      NotificationCenter.default.addObserver(forName: name, object: nil, queue: nil) { [weak self] _ in
        MainActor.assumeIsolated { self?.form.shade.isHidden = isHidden }
      })
  }
}

extension TypedPasscode {
  fileprivate func isDifferent(from other: TypedPasscode) -> Bool {
    !withUTF16 { units in other.withUTF16 { units.elementsEqual($0) } }
  }
}
