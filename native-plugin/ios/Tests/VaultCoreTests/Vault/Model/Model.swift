@testable import VaultCore

let modelAttempts = 3

/// What a vault is, without any of how it is stored.
struct Model: Equatable {
  struct Stored: Equatable {
    var values: [String: String]
    var passcode: String
    var hasFinger: Bool
    var attempts = 0
  }

  var stored: Stored?
  var isUnlocked = false
}

enum ModelOperation {
  case create(passcode: String, finger: Bool, value: String)
  case write(key: String, value: String?)
  case rekey(passcode: String)
  case dropFinger
  case unlock(isRight: Bool)
  case unlockByFinger
  case lock
  case erase
  case restart
  case background(Milliseconds)
  case lease(value: String, time: Milliseconds)
}

/// What an operation may come to: without a crash the last one, with a crash any of them.
struct Expectation {
  let models: [Model]
  var refusal: CoreErrorCode?
}

extension Model {
  func expectation(_ operation: ModelOperation) -> Expectation {
    switch operation {
    case .create(let passcode, let finger, let value):
      let created = Stored(values: ["session": value], passcode: passcode, hasFinger: finger)
      return Expectation(models: [self, Model(stored: created, isUnlocked: true)])
    case .lock, .restart:
      return Expectation(models: [locked])
    case .background(let time):
      return Expectation(models: [time < 5000 ? self : locked])
    case .erase:
      return Expectation(models: [self, Model()])
    case .unlock(let isRight):
      return unlocking { $0.unlocking(isRight: isRight, from: self) }
    case .unlockByFinger:
      return unlocking { $0.hasFinger ? becoming { _ in } : refused(.slotNotFound) }
    case .write, .rekey, .dropFinger, .lease:
      if stored == nil { return refused(.notFound) }
      return isUnlocked ? changing(operation) : refused(.locked)
    }
  }

  private var locked: Model { Model(stored: stored) }

  private func refused(_ code: CoreErrorCode) -> Expectation { Expectation(models: [self], refusal: code) }

  private func becoming(_ change: (inout Stored) -> Void) -> Expectation {
    var next = Model(stored: stored, isUnlocked: true)
    if var stored {
      change(&stored)
      next.stored = stored
    }
    return Expectation(models: [self, next])
  }

  private func changing(_ operation: ModelOperation) -> Expectation {
    switch operation {
    case .write(let key, let value): return becoming { $0.values[key] = value }
    case .rekey(let passcode):
      return becoming {
        $0.passcode = passcode
        $0.attempts = 0
      }
    case .dropFinger: return becoming { $0.hasFinger = false }
    case .lease(let value, let time):
      if time >= 10_000 { return Expectation(models: [locked], refusal: .locked) }
      var written = locked
      written.stored?.values["session"] = value
      return Expectation(models: [locked, written])
    default: return refused(.invalidArgument)
    }
  }

  private func unlocking(_ unlock: (Stored) -> Expectation) -> Expectation {
    guard let stored else { return refused(.notFound) }
    return isUnlocked ? Expectation(models: [self]) : unlock(stored)
  }
}

extension Model.Stored {
  fileprivate func unlocking(isRight: Bool, from model: Model) -> Expectation {
    var (failed, passed) = (self, self)
    failed.attempts += 1
    passed.attempts = 0
    let after = Model(stored: failed.attempts >= modelAttempts ? nil : failed)
    if isRight { return Expectation(models: [model, after, Model(stored: passed, isUnlocked: true)]) }
    return Expectation(
      models: [model, after], refusal: after.stored == nil ? .tooManyAttempts : .authenticationFailed)
  }
}
