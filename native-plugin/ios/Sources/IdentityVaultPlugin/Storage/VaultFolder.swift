import Darwin
import Foundation

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// The folder of the vaults' files: in Application Support, and in no backup. FORMAT.md §18.1.
struct VaultFolder: Sendable {
  let url: URL

  /// - Throws: `temporarilyUnavailable`
  func path(_ name: String) throws -> String {
    try make()
    return url.appendingPathComponent(name, isDirectory: false).path
  }

  /// In one step, and durable when it returns.
  func write(_ name: String, _ bytes: Bytes, protection: FileProtectionType) throws {
    let (path, temporary) = (try path(name), try path("\(name).new"))
    try DurableFile.write(temporary, bytes)
    try FileAttributes.protect(temporary, as: protection)
    try move(temporary, to: path)
  }

  func move(_ from: String, to path: String) throws {
    guard rename(from, path) == 0 else { throw DurableFile.failure("renaming") }
    try DurableFile.flushFolder(url.path)
  }

  /// What holds for the folder holds for all that is made in it: it is in no backup, and can be written after the screen
  /// was locked, whatever class the app gives its files. Once in a process: an earlier one may have ended before.
  func prepare() throws {
    try make()
    try FileAttributes.excludeFromBackup(url)
    try FileAttributes.protect(url.path, as: .completeUntilFirstUserAuthentication)
  }

  private func make() throws {
    guard !FileManager.default.fileExists(atPath: url.path) else { return }
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      throw CoreError(.temporarilyUnavailable, "the folder of the vaults can not be made", cause: error)
    }
    try DurableFile.flushFolder(url.deletingLastPathComponent().path)
  }
}
