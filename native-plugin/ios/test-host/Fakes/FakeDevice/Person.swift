import Foundation

/// Who holds the phone, and what they do when the system asks.
public final class Person: @unchecked Sendable {
  public enum Answer: String, Sendable {
    case match, mismatch, cancel, fallback, systemCancel, appCancel
    /// The screen locks while the prompt is shown.
    case screenLock
  }
  /// What the system shows.
  public enum Prompt: String, Sendable { case biometric, passcode, permission }

  /// Hears of each prompt when it is shown.
  public var onShow: (@Sendable (Prompt) -> Void)?

  private let changed = NSCondition()
  private var script: [Answer] = []
  private var standing: Answer? = .match
  private var shown: [(prompt: Prompt, text: String)] = []
  private var isAsked = false

  /// Done one after the other, before what they do always.
  public func will(_ answers: [Answer]) {
    changed.withLock {
      script += answers
      changed.broadcast()
    }
  }

  /// - Parameter answer: `nil`: they look at it, until something is done
  public func always(_ answer: Answer?) {
    changed.withLock {
      standing = answer
      changed.broadcast()
    }
  }

  /// Each prompt of the system that was shown, with its text.
  public var prompts: [(prompt: Prompt, text: String)] {
    changed.withLock { shown }
  }

  public var isBeingAsked: Bool {
    changed.withLock { isAsked }
  }

  /// Blocks until they do something, or `isOver`.
  func answer(isOver: () -> Bool) -> Answer {
    changed.withLock {
      isAsked = true
      defer { isAsked = false }
      while true {
        if isOver() { return .appCancel }
        if !script.isEmpty { return script.removeFirst() }
        if let standing { return standing }
        _ = changed.wait(until: Date(timeIntervalSinceNow: 0.01))
      }
    }
  }

  func show(_ prompt: Prompt, _ text: String) {
    changed.withLock { shown.append((prompt, text)) }
    onShow?(prompt)
  }
}
