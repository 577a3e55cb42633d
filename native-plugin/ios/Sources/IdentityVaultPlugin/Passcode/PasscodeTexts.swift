import Foundation

/// What people read in the built-in prompt, and where an app gives no reason for the system's. Names and sentences are those
/// of the web's prompt, `src/web/passcode-prompt/languages`. Words in braces are replaced.
struct PasscodeTexts: Equatable, Sendable {
  var unlockTitle: String
  var chooseTitle: String
  var passcode: String
  var newPasscode: String
  var repeatPasscode: String
  var unlock: String
  var save: String
  var cancel: String
  var rules: String
  var empty: String
  var wrong: String
  var impossible: String
  var tooEarly: String
  var tryAgain: String
  var attemptsLeft: String
  var secondLastAttempt: String
  var lastAttempt: String
  var tooShort: String
  var tooLong: String
  var notAllowed: String
  var repetition: String
  var sequence: String
  var common: String
  var different: String
  var second: String
  var seconds: String
  var minutes: String
  /// Of the system's prompt.
  var unlockReason: String

  static let all: [String: PasscodeTexts] = [
    "en": english, "de": german, "es": spanish, "fr": french, "pt": portuguese, "ja": japanese,
  ]

  /// In the language that the person reads best, of those that there are.
  static var current: PasscodeTexts { of(Locale.preferredLanguages) }

  /// - Parameter languages: as BCP 47 has them, the best one first
  static func of(_ languages: [String]) -> PasscodeTexts {
    let known = languages.lazy.compactMap { all[String($0.prefix { $0 != "-" && $0 != "_" })] }
    return known.first ?? english
  }
}
