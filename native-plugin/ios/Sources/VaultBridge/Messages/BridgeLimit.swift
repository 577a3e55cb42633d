/// Limits of BRIDGE.md §7, in UTF-16 units where it is about texts.
enum BridgeLimit {
  /// All texts of one call.
  static let call = 16 * 1024 * 1024
  /// Names, passcodes and texts of prompts, each.
  static let name = 65_536
  /// Ids of calls and vaults, and references.
  static let id = 64
  static let chosenMin = 22
  /// What is sent to a provider, in bytes of UTF-8.
  static let body = 1024 * 1024
  static let eventsKept = 256
  static let eventsInAnswer = 64
  static let waitingCalls = 8
  static let chosenPasscodes = 4
  /// Milliseconds.
  static let chosenFor: Int64 = 600_000
  /// Milliseconds that a sign-in may take without counting as an absence.
  static let signIn: Int64 = 600_000
  /// How often a sign-in is shown again, because what came back was no answer.
  static let shownAgain = 2
  /// Milliseconds.
  static let providerTimeout: ClosedRange<Int64> = 1...600_000
}
