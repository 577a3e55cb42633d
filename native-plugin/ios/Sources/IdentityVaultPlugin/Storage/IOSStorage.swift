import Foundation

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// Where what outlives the process is kept: files and the Keychain.
struct IOSStorage: Sendable {
  let folder: VaultFolder
  let keychain: Keychain
  let installation: Installation
  let mutex: FileMutex

  init(bundleId: String, protectedData: ProtectedData, assertions: BackgroundAssertions) {
    let support = FileManager.default.urls(for: .applicationSupportDirectory, in: .userDomainMask)
    let home = support.first ?? URL(fileURLWithPath: NSHomeDirectory())
    folder = VaultFolder(url: home.appendingPathComponent("identity-vault", isDirectory: true))
    let keychain = Keychain(bundleId: bundleId, protectedData: protectedData)
    self.keychain = keychain
    installation = Installation(folder: folder, protectedData: protectedData) {
      let keys = EnclaveKeys(keychain: keychain)
      for name in try keys.names() { try keys.destroy(name) }
      for account in try keychain.accounts() { try keychain.delete(account) }
    }
    mutex = FileMutex(folder: folder, clock: MonotonicClock(), assertions: assertions)
  }

  var keys: EnclaveKeys { EnclaveKeys(keychain: keychain) }

  var blobs: FileBlobs { FileBlobs(folder: folder, installation: installation) }

  var anchors: KeychainAnchors { KeychainAnchors(keychain: keychain, installation: installation) }

  func hmac(_ random: any Random) -> KeychainMac {
    KeychainMac(keychain: keychain, random: random, installation: installation)
  }

  func deviceFunction(_ random: any Random, hasEnclave: Bool) -> EnclaveDeviceFunction {
    EnclaveDeviceFunction(keys: keys, hmac: hmac(random), hasEnclave: hasEnclave)
  }
}

/// What is swept. FORMAT.md §17.
struct StoredKeys: StoredEverywhere {
  let storage: IOSStorage
  let anchorMac: any AnchorMac

  var mutex: any Mutex { storage.mutex }

  func anchorNames() throws -> [String] { try storage.anchors.names() }

  func readAnchor(_ name: String) throws -> Bytes? { try storage.anchors.read(name) }

  func keyNames() throws -> [String] {
    try storage.installation.ensure()
    return try storage.keys.names() + storage.keychain.accounts()
  }

  func destroyKey(_ name: String) throws {
    try storage.keys.destroy(name)
    try storage.keychain.delete(name)
  }
}
