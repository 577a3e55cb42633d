import Foundation
import LocalAuthentication
import Security

#if SWIFT_PACKAGE
  import VaultBridge
  import VaultCore
#endif

/// Runs an operation of a throw-away key that needs a person. Success proves a person now, and releases nothing.
struct ProvePerson: Sendable {
  let keys: EnclaveKeys
  let random: any Random
  let biometry: Biometry
  let presence: AppPresence
  let turns: InTurn
  let installation: Installation

  /// - Throws: as a `SlotKem` does; `Rejection` `SecurityNotAvailable`
  func prove(_ texts: PromptTexts) async throws {
    guard biometry.isPasscodeSet else { throw Rejection(.securityNotAvailable) }
    let prompts = VaultPrompts(texts)
    let prompt = UnlockPrompt(keys: keys, prompts: prompts, presence: presence, turns: turns, biometry: biometry)
    let kem = EnclaveKem(
      kind: .biometric, keys: keys, random: random, installation: installation, biometry: biometry, prompt: prompt)
    // Of no vault that there is, so that one that is left behind is swept.
    let name = "idv1.\(random.bytes(16).hex).\(random.bytes(8).hex).kem"
    let made = try await kem.create(name, survivesEnrolment: false)
    defer { try? kem.destroy(name) }
    _ = try await kem.decapsulate(KemInput(name: name, salt: made.salt, enc: made.enc))
  }
}
