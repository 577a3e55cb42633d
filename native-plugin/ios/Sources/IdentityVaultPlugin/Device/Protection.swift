#if SWIFT_PACKAGE
  import VaultBridge
  import VaultCore
#endif

/// What holds on this device for a vault with these slots. The weakest decides.
struct Protection: Sendable {
  /// A simulator's Secure Enclave is the computer's memory.
  let isSimulator: Bool

  func report(_ slots: [SlotProtection]) -> ProtectionReport {
    if slots.isEmpty { return .inMemory }
    let kinds = Set(slots.map(\.kind))
    let isHardware = slots.allSatisfy(\.isInEnclave)
    let hasPasscode = kinds.contains(.appPasscode)
    return ProtectionReport(
      persistent: .yes, encryptedAtRest: .yes, nonExtractableKey: isHardware ? known(.yes) : .no,
      hardwareBacked: isHardware ? known(.yes) : .no, userVerification: kinds.contains(.device) ? .no : .yes,
      offlineGuessing: guessing(slots),
      // The Keychain can't be flushed: with the power it may lose the last attempts. FORMAT.md §9.
      attemptLimit: hasPasscode ? .advisory : .none, passcodeSeenByJs: hasPasscode ? .unknown : .no)
  }

  private func guessing(_ slots: [SlotProtection]) -> ProtectionReport.OfflineGuessing {
    if slots.contains(where: { $0.kind == .device }) { return .notNeeded }
    guard let passcode = slots.first(where: { $0.kind == .appPasscode }) else { return .impossible }
    return passcode.isInEnclave && !isSimulator ? .impossible : .possible
  }

  private func known(_ answer: Tristate) -> Tristate { isSimulator ? .unknown : answer }
}

extension SlotProtection {
  /// The key of a slot that asks the system's person is always there; of others the device function's is, from prf 2 on.
  fileprivate var isInEnclave: Bool { [.biometric, .deviceCredential].contains(kind) || prf == .ecdh }
}
