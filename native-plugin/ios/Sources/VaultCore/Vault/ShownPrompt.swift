/// After these the person is asked in the vault's other way, where it has one: this one can't be used now.
private let fallsBack: Set<CoreErrorCode> = [.keyMissing, .lockedOut, .policyNotMet]

/// After these the person may try again in the same prompt.
private let retriable: Set<CoreErrorCode> = [.authenticationFailed, .attemptDelayed, .invalidPasscode]

/// A prompt that is to unlock. FORMAT.md §11.1, "By a prompt".
struct ShownPrompt: Sendable {
  let session: Session
  let authenticator: any Authenticator
  let operations: Operations
  let access: Access

  func end(only: Kind?) async -> PromptEnd {
    var enrolment = Enrolment.requireOther
    do {
      let vault = try await operations.apart { try access.require() }
      enrolment = vault.envelope.header.enrolment
      let wanted = vault.envelope.header.slots.filter { only == nil || $0.head.kind == only }
      if wanted.isEmpty { throw CoreError(.slotNotFound, "the vault has no slot of this kind") }
      let alive = wanted.filter { !vault.anchor.deadSlots.contains($0.head.slotId) }
      try await openFirst(of: alive[...], in: vault)
      return PromptEnd(.ok)
    } catch {
      return PromptEnd(.refused(CoreErrorCode(of: error) ?? .temporarilyUnavailable), enrolment: enrolment)
    }
  }

  private func openFirst(of slots: ArraySlice<Slot>, in vault: LoadedVault) async throws {
    guard let head = slots.first?.head else {
      throw CoreError(.keyInvalidated, "the system destroyed every key of this vault")
    }
    do {
      try await open(head, in: vault)
    } catch {
      let others = slots.dropFirst()
      guard !others.isEmpty, let code = CoreErrorCode(of: error), fallsBack.contains(code) || isVague(head, code)
      else { throw error }
      try await openFirst(of: others, in: vault)
    }
  }

  private func isVague(_ head: SlotHead, _ code: CoreErrorCode) -> Bool {
    code == .userCanceled && session.offersOtherOnCancel(head)
  }

  private func open(_ head: SlotHead, in vault: LoadedVault) async throws {
    switch head.kind {
    case .appPasscode:
      try await enterPasscode()
    case .device:
      try await openInTurn(UnlockRequest(kind: .device))
    case .biometric, .deviceCredential:
      let secret = AskedSecret(of: head, bytes: try await session.decapsulate(vault, head))
      try await openInTurn(UnlockRequest(kind: head.kind, secret: secret))
    }
  }

  private func enterPasscode() async throws {
    let isOpen = try await authenticator.enterPasscode { passcode in
      do {
        try await openInTurn(UnlockRequest(kind: .appPasscode, passcode: passcode))
        return nil
      } catch let error as CoreError where retriable.contains(error.code) {
        return error
      }
    }
    if !isOpen { throw CoreError(.userCanceled, "no passcode was entered") }
  }

  private func openInTurn(_ request: UnlockRequest) async throws {
    try await operations.apart { try await access.openForPrompt(request) }
  }
}
