import Darwin

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// Files as POSIX has them: what is durable when.
enum DurableFile {
  /// - Returns: `nil` only when there is definitely none
  static func read(_ path: String) throws -> Bytes? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      if errno == ENOENT { return nil }
      throw failure("opening")
    }
    defer { close(descriptor) }
    var (bytes, chunk) = (Bytes(), Bytes(repeating: 0, count: 65_536))
    while true {
      let count = Darwin.read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count > 0 { bytes += chunk[0..<count] } else if errno != EINTR { throw failure("reading") }
    }
  }

  /// In place of what is there.
  static func write(_ path: String, _ bytes: Bytes) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR)
    guard descriptor >= 0 else { throw failure("making") }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Darwin.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { throw failure("writing") }
    }
    try flush(descriptor)
  }

  static func flushFolder(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("opening the folder") }
    defer { close(descriptor) }
    try flush(descriptor)
  }

  /// Succeeds when there is none.
  static func remove(_ path: String) throws {
    if unlink(path) != 0, errno != ENOENT { throw failure("removing") }
  }

  static func failure(_ what: String) -> CoreError {
    CoreError(.temporarilyUnavailable, "\(what) a file: error \(errno)")
  }

  /// `fsync` alone is not durable on Apple's systems.
  private static func flush(_ descriptor: Int32) throws {
    guard fcntl(descriptor, F_FULLFSYNC) != -1 else { throw failure("flushing") }
  }
}
