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
  private var hasFailed = false
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
    Task {
      await warn()
      if let note = form.note.text, !note.isEmpty { UIAccessibility.post(notification: .announcement, argument: note) }
    }
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
    form.setBusy(true)
    check = Task {
      await judge(entries)
      check = nil
    }
  }

  private func judge(_ entries: [TypedPasscode]) async {
    do {
      guard let refusal = try await submit(entries) else { return end(.success(true)) }
      hasFailed = true
      await warn()
      form.setBusy(false)
      if case .delayed(let delay) = refusal { countDown(delay) } else { complain(form.texts.text(of: refusal)) }
    } catch {
      end(.failure(error))
    }
  }

  /// Twice before the vault is erased, and after every failure.
  private func warn() async {
    guard case .enter(let attemptsLeft) = form.purpose else { return }
    form.warn(form.texts.warning(await attemptsLeft(), hasFailed: hasFailed))
  }

  private func complain(_ text: String) {
    form.clear()
    form.complaint.text = text
    let said = [text, form.note.text ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    UIAccessibility.post(notification: .announcement, argument: said)
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
      complain(form.texts.tryAgain)
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
