#if SWIFT_PACKAGE
  import VaultBridge
  import VaultCore
#endif

extension PasscodeTexts {
  func text(of complaint: PasscodeComplaint) -> String {
    switch complaint {
    case .wrong(attemptsLeft: nil): return wrong
    case .wrong(attemptsLeft: let left?): return left == 1 ? lastAttempt : filled(attemptsLeft, with: String(left))
    case .delayed(let delay): return filled(wait, with: PasscodeTexts.time(delay))
    case .tooShort(let least): return filled(tooShort, with: String(least))
    case .tooLong(let most): return filled(tooLong, with: String(most))
    case .notAllowed: return notAllowed
    }
  }

  /// Minutes and seconds, as every language has them.
  private static func time(_ delay: Milliseconds) -> String {
    let seconds = max(1, (delay + 999) / 1000)
    let rest = seconds % 60
    return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
  }
}
