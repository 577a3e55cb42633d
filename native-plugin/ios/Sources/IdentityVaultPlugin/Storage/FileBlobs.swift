import Darwin
import Foundation

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// Envelopes as files. A lease is written after the screen was locked, so they are protected until the first unlock.
/// FORMAT.md §10.1, §17, §18.1.
struct FileBlobs: BlobStore, FormerBlobs {
  let folder: VaultFolder
  let installation: Installation
  /// Where the former envelope is asked for.
  var isFormer = false

  var former: (any FormerBlobs)? { FileBlobs(folder: folder, installation: installation, isFormer: true) }

  func read(_ name: String) throws -> Bytes? {
    try installation.ensure()
    return try DurableFile.read(try isFormer ? formerPath(name) : path(name))
  }

  func write(_ name: String, _ bytes: Bytes) throws {
    try installation.ensure()
    try folder.write("\(name).idv1", bytes, protection: .completeUntilFirstUserAuthentication)
  }

  func remove(_ name: String) throws {
    try installation.ensure()
    // What a process that was killed did not get to rename is an envelope, too.
    for path in [try formerPath(name), try path(name)] {
      try DurableFile.remove("\(path).new")
      try DurableFile.remove(path)
    }
    try DurableFile.flushFolder(folder.url.path)
  }

  func keep(_ name: String) throws {
    try copy(try path(name), to: try formerPath(name))
  }

  func restore(_ name: String) throws {
    try copy(try formerPath(name), to: try path(name))
  }

  /// By a link, so that at no moment neither of the two is there.
  private func copy(_ from: String, to path: String) throws {
    let linked = "\(path).new"
    try DurableFile.remove(linked)
    guard link(from, linked) == 0 else { throw DurableFile.failure("linking") }
    // Renaming a link to the same file over it does nothing, and leaves the name.
    try folder.move(linked, to: path)
    try DurableFile.remove(linked)
  }

  private func path(_ name: String) throws -> String { try folder.path("\(name).idv1") }

  private func formerPath(_ name: String) throws -> String { try folder.path("\(name).idv1.old") }
}
