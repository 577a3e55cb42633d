import Foundation
import VaultCore

/// What is stored by name: in durable files as on a phone, or in memory, where only what is computed takes time.
final class BenchFiles: @unchecked Sendable {
  private let folder: String?
  private var memory: [String: Bytes] = [:]

  /// - Parameter folder: `nil`: in memory
  init(_ folder: String?) {
    self.folder = folder
  }

  func read(_ name: String) -> Bytes? {
    guard let folder else { return memory[name] }
    let descriptor = open("\(folder)/\(name)", O_RDONLY)
    if descriptor < 0 { return nil }
    defer { close(descriptor) }
    var status = stat()
    fstat(descriptor, &status)
    let size = Int(status.st_size)
    return Bytes(unsafeUninitializedCapacity: size) { buffer, count in
      count = Glibc.read(descriptor, buffer.baseAddress, size)
      precondition(count == size, "a file that can't be read")
    }
  }

  /// All or nothing, and for good.
  func write(_ name: String, _ bytes: Bytes) {
    guard let folder else { return memory[name] = bytes }
    let path = "\(folder)/\(name)"
    let descriptor = open("\(path).new", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    precondition(count == bytes.count, "a file that can't be written")
    fsync(descriptor)
    close(descriptor)
    rename("\(path).new", path)
    flushFolder()
  }

  /// What has the one name has the other, too.
  func copy(_ from: String, to name: String) {
    guard let folder else { return memory[name] = memory[from] }
    let path = "\(folder)/\(name)"
    link("\(folder)/\(from)", "\(path).new")
    rename("\(path).new", path)
    unlink("\(path).new")
    flushFolder()
  }

  func remove(_ name: String) {
    guard let folder else { return memory[name] = nil }
    unlink("\(folder)/\(name)")
  }

  private func flushFolder() {
    let descriptor = open(folder ?? "", O_RDONLY)
    fsync(descriptor)
    close(descriptor)
  }
}
