import Foundation

/// How many cases of each file passed: `npm run test:native` compares the languages.
final class VectorCounts: @unchecked Sendable {
  static let passed = VectorCounts()

  private let lock = NSLock()
  private var counts: [String: Int] = [:]
  /// Where each file's count is written, a file each. Nobody asked: nowhere.
  private let folder = ProcessInfo.processInfo.environment["VECTOR_COUNTS"].map { URL(fileURLWithPath: $0) }

  func add(_ count: Int, of file: String) {
    lock.lock()
    defer { lock.unlock() }
    let sum = counts[file, default: 0] + count
    counts[file] = sum
    guard let folder else { return }
    // What can't be written is missing in the table, and that fails the run.
    try? Data("\(sum)".utf8).write(to: folder.appendingPathComponent(file))
  }
}
