import Foundation

#if SWIFT_PACKAGE
  import VaultBridge
  import VaultCore
#endif

extension PasscodeTexts {
  func text(of complaint: PasscodeComplaint) -> String {
    switch complaint {
    case .wrong: return wrong
    case .impossible: return filled(impossible, ["min": Limit.passcodeMin, "max": Limit.passcodeMax])
    case .delayed(let delay): return tooEarly.replacingOccurrences(of: "{time}", with: time(delay))
    case .tooShort(let least): return filled(tooShort, ["min": least])
    case .tooLong(let most): return filled(tooLong, ["max": most])
    case .notAllowed: return notAllowed
    case .weak(.repetition): return repetition
    case .weak(.sequence): return sequence
    case .weak(.common): return common
    case .different: return different
    }
  }

  func text(of rules: PasscodeRules) -> String {
    filled(self.rules, ["min": rules.minLength])
  }

  /// Twice before the vault is erased, and after every failure; else empty.
  /// - Parameter attempts: that are left; `nil`: the vault is never erased for wrong passcodes
  func warning(_ attempts: Int?, hasFailed: Bool) -> String {
    switch attempts {
    case 1: return lastAttempt
    case 2: return secondLastAttempt
    case let left? where left > 2 && hasFailed: return filled(attemptsLeft, ["count": left])
    default: return ""
    }
  }

  /// With its unit, rounded up.
  private func time(_ delay: Milliseconds) -> String {
    let count = Int(max(1, (delay + 999) / 1000))
    if count < 120 { return filled(count == 1 ? second : seconds, ["count": count]) }
    return filled(minutes, ["count": (count + 59) / 60])
  }

  private func filled(_ text: String, _ given: [String: Int]) -> String {
    given.reduce(text) { $0.replacingOccurrences(of: "{\($1.key)}", with: String($1.value)) }
  }
}
