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

  func enter(
    attemptsLeft: @escaping @Sendable () async -> Int?,
    _ submit: @escaping @Sendable (TypedPasscode) async throws -> PasscodeComplaint?
  ) async throws -> Bool {
    try await turns.begin {
      let window = await PasscodeWindow(.enter(attemptsLeft: attemptsLeft))
      return try await window.ask { entries in try await submit(entries[0]) }
    }.value
  }

  func choose(_ rules: PasscodeRules) async -> TypedPasscode? {
    let chosen = Guarded<TypedPasscode?>(nil)
    let turn = turns.begin {
      let window = await PasscodeWindow(.choose(rules))
      return try await window.ask { entries in
        let refusal = rules.complaint(entries[0]) ?? advice(entries[0]) ?? difference(entries)
        if refusal == nil { chosen.with { $0 = entries[0] } }
        return refusal
      }
    }
    // What is asked there throws nothing.
    return (try? await turn.value) == true ? chosen.with { $0 } : nil
  }
}

@Sendable private func advice(_ passcode: TypedPasscode) -> PasscodeComplaint? {
  PasscodeWeakness.of(passcode).map { .weak($0) }
}

@Sendable private func difference(_ entries: [TypedPasscode]) -> PasscodeComplaint? {
  let isSame = entries[0].withUTF16 { units in entries[1].withUTF16 { units.elementsEqual($0) } }
  return isSame ? nil : .different
}
