@testable import VaultCore

struct ModelStep {
  let operation: ModelOperation
  /// Which step of the operation that leaves something behind is the process's last.
  var crashAt: Int?
}

extension Generator {
  /// A vault, so that most sequences have something to lose, and then anything.
  mutating func sequence() -> [ModelStep] {
    var steps = [ModelStep(operation: create())]
    for _ in 0..<number(1...5) {
      steps.append(ModelStep(operation: operation(), crashAt: isOnce(in: 2) ? nil : number(0...24)))
    }
    return steps
  }

  private mutating func operation() -> ModelOperation {
    switch number(1...18) {
    case 1...3: create()
    case 4...6: .write(key: one(of: "session", "a", "b"), value: isOnce(in: 5) ? nil : value())
    case 7...8: .rekey(passcode: passcode())
    case 9: .dropFinger
    case 10...12: .unlock(isRight: isOnce(in: 2))
    case 13: .unlockByFinger
    case 14: .lock
    case 15: .erase
    case 16: .restart
    case 17: .background(one(of: 100, 5000))
    default: .lease(value: value(), time: one(of: 0, 9999, 10_000))
    }
  }

  private mutating func create() -> ModelOperation {
    .create(passcode: passcode(), finger: isOnce(in: 2), value: value())
  }

  private mutating func passcode() -> String { one(of: "1234", "5678", "caf\u{e9}") }

  private mutating func value() -> String { String(number(0...99)) }
}
