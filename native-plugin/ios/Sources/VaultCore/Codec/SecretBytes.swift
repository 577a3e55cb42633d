import Foundation

/// Bytes that are zeroed when nobody needs them any more: keys, secrets of slots, passcodes.
/// Has no description of what it holds.
///
/// `@unchecked Sendable`: the compiler can't know that the memory is written only by the initialiser, and freed by the
/// last owner.
public final class SecretBytes: @unchecked Sendable, CustomStringConvertible, CustomReflectable {
  private let memory: UnsafeMutableRawBufferPointer
  private let beforeFree: (@Sendable (UnsafeRawBufferPointer) -> Void)?

  /// - Parameter fill: writes all of it; it is zero before.
  public convenience init(count: Int, fill: (UnsafeMutableRawBufferPointer) throws -> Void) rethrows {
    try self.init(count: count, beforeFree: nil, fill: fill)
  }

  /// - Parameter beforeFree: sees what the memory holds when it is given back. Only tests look.
  init(
    count: Int, beforeFree: (@Sendable (UnsafeRawBufferPointer) -> Void)?,
    fill: (UnsafeMutableRawBufferPointer) throws -> Void
  ) rethrows {
    self.beforeFree = beforeFree
    memory = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
    memory.initializeMemory(as: UInt8.self, repeating: 0)
    try fill(memory)
  }

  public convenience init(copying bytes: some Collection<UInt8>) {
    self.init(count: bytes.count) { $0.copyBytes(from: bytes) }
  }

  /// One after the other.
  public convenience init(joining parts: SecretBytes...) {
    self.init(count: parts.reduce(0) { $0 + $1.count }) { memory in
      var offset = 0
      for part in parts {
        part.withUnsafeBytes { memory[offset...].copyBytes(from: $0) }
        offset += part.count
      }
    }
  }

  deinit {
    memory.overwriteWithZeros()
    beforeFree?(UnsafeRawBufferPointer(memory))
    memory.deallocate()
  }

  public var count: Int { memory.count }

  /// - Parameter body: must not let the pointer escape, nor copy what is not copied into another `SecretBytes`.
  public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(self) { try body(UnsafeRawBufferPointer(memory)) }
  }

  public var description: String { "secret bytes" }

  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension UnsafeMutableRawBufferPointer {
  /// A call that the optimiser may not leave out because nobody reads the memory afterwards.
  public func overwriteWithZeros() {
    guard let baseAddress else { return }
    #if canImport(Glibc)
      explicit_bzero(baseAddress, count)
    #else
      memset_s(baseAddress, count, 0, count)
    #endif
  }
}
