import CryptoKit
import Foundation
import UIKit

#if SWIFT_PACKAGE
  import VaultBridge
  import VaultCore
#endif

/// What the vaults of this process have of the phone.
struct IOSPlatform: Platform {
  let appId: String
  let random: any Random = SystemRandom()
  let aead: any Aead = CryptoKitAead()
  let passcodeRules = PasscodeRules()
  let passcodePrompt: any PasscodePrompt
  let screen: any ScreenCover
  let timer: any WakeTimer = DispatchTimer()
  let auth: PlatformAuth
  private let storage: IOSStorage
  private let biometry: Biometry
  private let presence: AppPresence
  private let turns = InTurn()

  /// - Parameter bundleId: of the containing app, also in an extension
  @MainActor init(bundleId: String, _ configured: PluginSettings) {
    appId = bundleId
    let protectedData = ProtectedData()
    presence = AppPresence(protectedData)
    let assertions = BackgroundAssertions()
    storage = IOSStorage(bundleId: bundleId, protectedData: protectedData, assertions: assertions)
    biometry = Biometry(hasEnclave: SecureEnclave.isAvailable, folder: storage.folder)
    passcodePrompt = UIKitPasscodePrompt(turns: turns)
    screen = CoverWindows(configured.cover)
    auth = PlatformAuth(
      origins: configured.authOrigins, browser: WebAuthBrowser(turns: turns),
      provider: URLSessionProvider(assertions: assertions, timer: timer))
  }

  var biometrics: any Biometrics { biometry }

  var device: any PlatformDevice {
    let person = ProvePerson(
      keys: storage.keys, random: random, biometry: biometry, presence: presence, turns: turns,
      installation: storage.installation)
    return IOSDevice(biometry: biometry, person: person)
  }

  func vault(_ prompts: VaultPrompts) -> PlatformVault {
    let prompt = UnlockPrompt(
      keys: storage.keys, prompts: prompts, presence: presence, turns: turns, biometry: biometry)
    let (anchorKeys, function) = (storage.hmac(random), storage.deviceFunction(random, hasEnclave: biometry.hasEnclave))
    let ports = CorePorts(
      random: random, aead: aead, kdf: CommonCryptoKdf(), deviceFunction: function, anchorMac: anchorKeys,
      kems: kems(prompt), blobs: storage.blobs, anchors: storage.anchors, mutex: storage.mutex,
      clock: MonotonicClock())
    return PlatformVault(ports: ports) { prompt.dismiss() }
  }

  func protection(of slots: [SlotProtection]) -> ProtectionReport {
    #if targetEnvironment(simulator)
      return Protection(isSimulator: true).report(slots)
    #else
      return Protection(isSimulator: false).report(slots)
    #endif
  }

  func sweep() async throws {
    try await sweepKeys(StoredKeys(storage: storage, anchorMac: storage.hmac(random)))
  }

  /// None without a Secure Enclave: nothing else keeps a key from being used without the person.
  private func kems(_ prompt: UnlockPrompt) -> SlotKems {
    guard biometry.hasEnclave else { return SlotKems() }
    func kem(_ kind: Kind) -> EnclaveKem {
      EnclaveKem(
        kind: kind, keys: storage.keys, random: random, installation: storage.installation, biometry: biometry,
        prompt: prompt)
    }
    return SlotKems(biometric: kem(.biometric), deviceCredential: kem(.deviceCredential))
  }
}
