#if SWIFT_PACKAGE
  import VaultCore
#endif

/// Passcodes that were entered in the built-in prompt, which JavaScript knows only by a reference. BRIDGE.md §4.3.
/// One that is taken, dropped or too old is zeroed with its last owner.
final class ChosenPasscodes: Sendable {
  private struct Kept {
    let reference: String
    let vault: String
    let passcode: TypedPasscode
  }

  private let random: any Random
  private let timer: any WakeTimer
  private let kept = Guarded<[Kept]>([])

  init(random: any Random, timer: any WakeTimer) {
    self.random = random
    self.timer = timer
  }

  /// - Returns: the reference, for one use with this vault
  func keep(_ passcode: TypedPasscode, for vault: String) -> String {
    let reference = base64URL(random.bytes(16))
    kept.with {
      $0.append(Kept(reference: reference, vault: vault, passcode: passcode))
      if $0.count > BridgeLimit.chosenPasscodes { $0.removeFirst() }
    }
    _ = timer.wake(in: BridgeLimit.chosenFor) { [weak self] in self?.drop(reference) }
    return reference
  }

  /// - Throws: `MissingPasscode`
  func take(_ reference: String, for vault: String) throws(Rejection) -> TypedPasscode {
    guard let found = drop(reference), found.vault == vault else { throw Rejection(.missingPasscode) }
    return found.passcode
  }

  @discardableResult
  private func drop(_ reference: String) -> Kept? {
    kept.with { kept in
      kept.firstIndex { $0.reference == reference }.map { kept.remove(at: $0) }
    }
  }
}
