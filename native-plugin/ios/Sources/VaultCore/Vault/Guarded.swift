import Foundation

/// A value that several threads use, one at a time.
///
/// `@unchecked Sendable`: the compiler can't know that `value` is touched only while the lock is held.
public final class Guarded<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Value

  public init(_ value: Value) {
    self.value = value
  }

  /// - Parameter body: must not wait for anybody, nor come here again
  public func with<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    lock.lock()
    defer { lock.unlock() }
    return try body(&value)
  }
}
