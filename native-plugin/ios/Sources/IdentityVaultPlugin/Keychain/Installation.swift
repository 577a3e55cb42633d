import Darwin
import Foundation

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// The Keychain outlives the app's files. What a removed app left there is deleted at the first start of the next one:
/// else its anchors would be taken for vaults whose envelope was stolen. FORMAT.md §18.1, "Reinstalling".
final class Installation: Sendable {
  private let folder: VaultFolder
  private let purge: @Sendable () throws -> Void
  private let protectedData: ProtectedData
  private let isKnown = Guarded(false)

  /// - Parameter purge: deletes every item of this app's vaults
  init(folder: VaultFolder, protectedData: ProtectedData, purge: @escaping @Sendable () throws -> Void) {
    self.folder = folder
    self.protectedData = protectedData
    self.purge = purge
  }

  /// Comes before anything else that looks at what is stored. Does something once in a process.
  /// - Throws: `temporarilyUnavailable`: nothing was deleted
  func ensure() throws {
    try isKnown.with { isKnown in
      if isKnown { return }
      try folder.prepare()
      if try !isMarked() { try begin() }
      isKnown = true
    }
  }

  /// Only "no such file" says that there is none.
  private func isMarked() throws -> Bool {
    let descriptor = open(try folder.path("installed"), O_RDONLY)
    if descriptor >= 0 {
      close(descriptor)
      return true
    }
    if errno == ENOENT { return false }
    throw CoreError(.temporarilyUnavailable, "whether the app is newly installed: error \(errno)")
  }

  private func begin() throws {
    guard protectedData.isAvailable else {
      throw CoreError(.temporarilyUnavailable, "the first start of an installation, while the device is locked")
    }
    try purge()
    try folder.write("installed", [], protection: .none)
  }
}
