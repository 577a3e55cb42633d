import Foundation

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// Anchors as Keychain items, whose account is the scope in hexadecimal. FORMAT.md §8.
struct KeychainAnchors: AnchorStore {
  let keychain: Keychain
  let installation: Installation

  func read(_ name: String) throws -> Bytes? {
    try installation.ensure()
    return try keychain.read(name).map { Bytes($0) }
  }

  /// The vault's lock keeps others away between reading and writing.
  func replace(_ name: String, expected: Bytes?, with next: Bytes) throws -> Bool {
    guard try read(name) == expected else { return false }
    if expected == nil { return try keychain.add(name, Data(next)) }
    try keychain.update(name, Data(next))
    return true
  }

  func remove(_ name: String) throws {
    try installation.ensure()
    try keychain.delete(name)
  }

  /// Of every anchor that is stored.
  func names() throws -> [String] {
    try installation.ensure()
    return try keychain.accounts().filter { account in
      account.utf8.count == 64 && account.utf8.allSatisfy("0123456789abcdef".utf8.contains)
    }
  }
}
