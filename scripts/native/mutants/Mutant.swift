import Foundation

private let environment = ProcessInfo.processInfo.environment

/// Which mutant is in force in this process.
private let inForce = environment["MUTANT"].flatMap(Int.init) ?? 0

func mutant(_ number: Int) -> Bool {
  if inForce == 0 { reached.note(number) }
  return inForce == number
}

private let reached = Reached()

/// What was asked for while none was in force: written down at the end of the process.
private final class Reached: @unchecked Sendable {
  private let lock = NSLock()
  private var numbers: Set<Int> = []

  init() {
    atexit { reached.write() }
  }

  func note(_ number: Int) {
    lock.withLock { _ = numbers.insert(number) }
  }

  private func write() {
    guard let file = environment["REACHED"] else { return }
    let text = lock.withLock { numbers.sorted().map(String.init).joined(separator: ",") }
    // What can't be written is missed by who reads it.
    try? Data(text.utf8).write(to: URL(fileURLWithPath: file))
  }
}
