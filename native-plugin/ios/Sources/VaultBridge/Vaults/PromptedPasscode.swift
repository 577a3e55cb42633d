#if SWIFT_PACKAGE
  import VaultCore
#endif

/// Asks for a vault's passcode by the built-in prompt.
final class PromptedPasscode: Authenticator {
  private let prompt: any PasscodePrompt
  /// Until the vault is erased; `nil`: it never is. Set once the vault is there.
  private let attemptsLeft = Guarded<(@Sendable () async -> Int?)?>(nil)

  init(_ prompt: any PasscodePrompt) {
    self.prompt = prompt
  }

  func onAttemptsLeft(_ attemptsLeft: @escaping @Sendable () async -> Int?) {
    self.attemptsLeft.with { $0 = attemptsLeft }
  }

  func enterPasscode(submit: @escaping @Sendable (TypedPasscode) async throws -> CoreError?) async throws -> Bool {
    let left: @Sendable () async -> Int? = { [self] in await attemptsLeft.with { $0 }?() }
    return try await prompt.enter(attemptsLeft: left) { passcode in
      guard let refusal = try await submit(passcode) else { return nil }
      switch refusal.code {
      case .attemptDelayed: return .delayed(refusal.retryAfter ?? 0)
      case .invalidPasscode: return .impossible
      default: return .wrong
      }
    }
  }
}
