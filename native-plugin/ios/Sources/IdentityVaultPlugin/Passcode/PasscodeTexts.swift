import Foundation

/// What people read in the built-in prompt, and where an app gives no reason for the system's.
struct PasscodeTexts: Equatable, Sendable {
  var enterTitle: String
  var chooseTitle: String
  var passcode: String
  var newPasscode: String
  var repeatPasscode: String
  var unlock: String
  var save: String
  var cancel: String
  var wrong: String
  /// With the number of attempts.
  var attemptsLeft: String
  var lastAttempt: String
  /// With minutes and seconds.
  var wait: String
  /// With a number of characters.
  var tooShort: String
  var tooLong: String
  var notAllowed: String
  var differs: String
  var empty: String
  var unlockReason: String

  /// In the language that the person reads best, of those that there are.
  static var current: PasscodeTexts { of(Locale.preferredLanguages) }

  /// - Parameter languages: as BCP 47 has them, the best one first
  static func of(_ languages: [String]) -> PasscodeTexts {
    let known = languages.lazy.compactMap { all[String($0.prefix { $0 != "-" && $0 != "_" })] }
    return known.first ?? english
  }

  func filled(_ text: String, with value: String) -> String {
    text.replacingOccurrences(of: "%@", with: value)
  }
}
