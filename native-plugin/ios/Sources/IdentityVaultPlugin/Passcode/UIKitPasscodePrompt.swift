import Foundation

#if SWIFT_PACKAGE
  import VaultBridge
  import VaultCore
#endif

/// The built-in prompt. One prompt of the process is shown at a time.
final class UIKitPasscodePrompt: PasscodePrompt {
  private let turns: InTurn

  init(turns: InTurn) {
    self.turns = turns
  }

  func enter(_ submit: @escaping @Sendable (TypedPasscode) async throws -> PasscodeComplaint?) async throws -> Bool {
    try await turns.begin {
      let window = await PasscodeWindow(.enter)
      return try await window.ask { passcode in try await submit(passcode) }
    }.value
  }

  func choose(_ complaint: @escaping @Sendable (TypedPasscode) -> PasscodeComplaint?) async -> TypedPasscode? {
    let chosen = Guarded<TypedPasscode?>(nil)
    let turn = turns.begin {
      let window = await PasscodeWindow(.choose)
      return try await window.ask { passcode in
        let refusal = complaint(passcode)
        if refusal == nil { chosen.with { $0 = passcode } }
        return refusal
      }
    }
    // What is asked there throws nothing.
    return (try? await turn.value) == true ? chosen.with { $0 } : nil
  }
}
