import Foundation
import LocalAuthentication
import Security

#if SWIFT_PACKAGE
  import VaultBridge
  import VaultCore
#endif

/// The system's prompts of one vault. What is released comes of a key's own decryption, and never of a prompt's yes.
final class UnlockPrompt: Sendable {
  private struct State {
    var shown: PromptContext?
    /// Of a prompt for biometrics, in which the person chose the passcode of the device.
    var handedOver: PromptContext?
    /// Counts dismissals: what was begun before is not asked again.
    var dismissals = 0
    /// Until the app is in use again.
    var isWaiting = false
  }

  private let keys: EnclaveKeys
  private let prompts: VaultPrompts
  private let presence: AppPresence
  private let turns: InTurn
  private let biometry: Biometry
  private let state = Guarded(State())

  /// - Parameter turns: of all prompts of the process
  init(keys: EnclaveKeys, prompts: VaultPrompts, presence: AppPresence, turns: InTurn, biometry: Biometry) {
    self.keys = keys
    self.prompts = prompts
    self.presence = presence
    self.turns = turns
    self.biometry = biometry
  }

  var wasAskedForOther: Bool { state.with { $0.handedOver != nil } }

  /// - Throws: `PromptFailure`, `CoreError`
  func decrypt(_ input: KemInput, by kind: Kind) async throws -> SecretBytes {
    let dismissals = state.with { $0.dismissals }
    return try await turns.begin { [self] in
      // While another prompt was shown, the vault was locked or erased.
      if wasDismissed(since: dismissals) { throw CoreError(.userCanceled, "nobody waits for this prompt any more") }
      do {
        return try await attempt(input, kind)
      } catch let failure as PromptFailure where failure.isSystemCancel {
        // Once: a prompt that comes back by itself for ever would never end.
        guard await isBackInUse(), !wasDismissed(since: dismissals) else { throw failure }
        return try await attempt(input, kind)
      }
    }.value
  }

  /// The vault was locked or erased: what this prompt opens is wanted no more.
  func dismiss() {
    let former = state.with { state in
      let former = state
      (state.shown, state.handedOver) = (nil, nil)
      state.dismissals += 1
      return former
    }
    for case let context? in [former.shown, former.handedOver] { context.end() }
    if former.isWaiting { presence.stopWaiting() }
  }

  private func wasDismissed(since dismissals: Int) -> Bool { state.with { $0.dismissals != dismissals } }

  private func isBackInUse() async -> Bool {
    state.with { $0.isWaiting = true }
    defer { state.with { $0.isWaiting = false } }
    return await presence.isBackInUse()
  }

  private func attempt(_ input: KemInput, _ kind: Kind) async throws -> SecretBytes {
    let context = begin(kind)
    defer { end(context) }
    guard let key = try keys.find(input.name, in: context.system) else {
      throw CoreError(.keyMissing, "the key of a slot is not there")
    }
    do {
      try await ask(context, kind)
      let secret = try decrypt(input.enc, key)
      if kind == .biometric { biometry.noteAllowed() }
      return secret
    } catch let failure as PromptFailure {
      if failure.isFallback, prompts.offersDeviceCredential { state.with { $0.handedOver = context } }
      if failure.code == Int(errSecAuthFailed), !presence.protectedData.isAvailable {
        throw CoreError(.userCanceled, "the device was locked meanwhile")
      }
      throw failure
    }
  }

  private func begin(_ kind: Kind) -> PromptContext {
    let offersOther = kind == .biometric && prompts.offersDeviceCredential
    let fresh = PromptContext(prompts.texts, offersOther: offersOther)
    return state.with { state in
      let context = kind == .deviceCredential ? state.handedOver ?? fresh : fresh
      state.handedOver = nil
      state.shown = context
      return context
    }
  }

  private func end(_ context: PromptContext) {
    let isHandedOver = state.with { state in
      state.shown = nil
      return state.handedOver === context
    }
    if !isHandedOver { context.end() }
  }

  private func ask(_ context: PromptContext, _ kind: Kind) async throws {
    let flags: SecAccessControlCreateFlags = kind == .biometric ? .biometryCurrentSet : .devicePasscode
    try await UnlockPrompt.ask(context, flags, context.reason(prompts.texts))
  }

  /// Shows a prompt for the use of a key with this access control.
  static func ask(_ context: PromptContext, _ flags: SecAccessControlCreateFlags, _ reason: String) async throws {
    let access = try EnclaveKeys.access(
      kSecAttrAccessibleWhenPasscodeSetThisDeviceOnly, [.privateKeyUsage, flags])
    try await withCheckedThrowingContinuation { (answer: CheckedContinuation<Void, any Error>) in
      context.system.evaluateAccessControl(access, operation: .useKeyDecrypt, localizedReason: reason) {
        isDone, error in
        if isDone { answer.resume() } else { answer.resume(throwing: failure(error)) }
      }
    }
  }

  private static func failure(_ error: (any Error)?) -> PromptFailure {
    PromptFailure(error ?? LAError(.systemCancel))
  }

  private func decrypt(_ enc: Bytes, _ key: SecKey) throws -> SecretBytes {
    var error: Unmanaged<CFError>?
    guard let plaintext = SecKeyCreateDecryptedData(key, EnclaveKem.algorithm, Data(enc) as CFData, &error) else {
      throw PromptFailure(error)
    }
    return SecretBytes(taking: plaintext)
  }
}
