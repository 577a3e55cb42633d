import Foundation
import OpenSSLCryptography
import VaultCore

@testable import VaultBridge

/// A phone in memory: what the tests say, it has.
final class MemoryPhone: Platform {
  struct Facts: Sendable {
    var isBiometricsAvailable = false
    var isDeviceCredentialAvailable = false
    /// Of the next prompt of the built-in kind; `nil`: the person gives up.
    var entries: [TypedPasscode?] = []
    var complaints: [PasscodeComplaint] = []
    /// As the prompt was told before each entry.
    var attemptsLeft: [Int?] = []
    var screen: [String] = []
    var proved: [PromptTexts] = []
    var whileProving: @Sendable () async throws -> Void = {}
    var prompts: VaultPrompts?
  }

  let disk: MemoryDisk
  let time = MemoryTime()
  let provider = MemoryAuth()
  let shown = Guarded(Facts())
  let appId = "dev.identityvault.test"
  let random: any Random = OpenSSLRandom()
  let aead: any Aead = OpenSSLAead()
  let passcodeRules = PasscodeRules()

  init(_ disk: MemoryDisk = MemoryDisk()) {
    self.disk = disk
  }

  var biometrics: any Biometrics { self }
  var device: any PlatformDevice { self }
  var passcodePrompt: any PasscodePrompt { self }
  var screen: any ScreenCover { self }
  var timer: any WakeTimer { time }
  var auth: PlatformAuth { provider.platform }

  func vault(_ prompts: VaultPrompts) -> PlatformVault {
    shown.with { $0.prompts = prompts }
    let kem = MemoryKem(disk: disk)
    let ports = CorePorts(
      random: random, aead: aead, kdf: FastKdf(), deviceFunction: disk, anchorMac: disk,
      kems: SlotKems(biometric: kem, deviceCredential: kem), blobs: MemoryBlobs(disk: disk), anchors: disk,
      mutex: disk, clock: time)
    return PlatformVault(ports: ports) {}
  }

  func protection(of slots: [SlotProtection]) -> ProtectionReport {
    var report = ProtectionReport.inMemory
    if !slots.isEmpty { report.persistent = .yes }
    return report
  }

  func sweep() async throws {}
}

extension MemoryPhone: Biometrics {
  var isSupported: Bool { true }
  var isAvailable: Bool { shown.with { $0.isBiometricsAvailable } }
  var isDeviceCredentialAvailable: Bool { shown.with { $0.isDeviceCredentialAvailable } }
}

extension MemoryPhone: PlatformDevice {
  func facts() -> DeviceFacts {
    DeviceFacts(
      hardware: [.face], strength: .strong, hasSecureHardware: true, permission: .prompt, isLockedOut: false,
      isSystemPasscodeSet: true)
  }

  func prove(_ texts: PromptTexts) async throws {
    shown.with { $0.proved.append(texts) }
    try await shown.with { $0.whileProving }()
    throw CoreError(.userCanceled, "the person gave up")
  }
}

extension MemoryPhone: PasscodePrompt {
  private func nextEntry() -> TypedPasscode? {
    shown.with { $0.entries.isEmpty ? nil : $0.entries.removeFirst() }
  }

  func enter(
    attemptsLeft: @escaping @Sendable () async -> Int?,
    _ submit: @escaping @Sendable (TypedPasscode) async throws -> PasscodeComplaint?
  ) async throws -> Bool {
    while let entry = nextEntry() {
      let left = await attemptsLeft()
      shown.with { $0.attemptsLeft.append(left) }
      guard let complaint = try await submit(entry) else { return true }
      shown.with { $0.complaints.append(complaint) }
    }
    return false
  }

  func choose(_ rules: PasscodeRules) async -> TypedPasscode? {
    while let entry = nextEntry() {
      guard let refusal = rules.complaint(entry) else { return entry }
      shown.with { $0.complaints.append(refusal) }
    }
    return nil
  }
}

extension MemoryPhone: ScreenCover {
  func cover() { shown.with { $0.screen.append("covered") } }
  func uncover() { shown.with { $0.screen.append("uncovered") } }
}

/// Fewer rounds: nothing here depends on their number.
private struct FastKdf: Kdf {
  func derive(_ passcode: SecretBytes, salt: Bytes, iterations: Int) throws -> SecretBytes {
    try OpenSSLKdf().derive(passcode, salt: salt, iterations: 1)
  }
}
