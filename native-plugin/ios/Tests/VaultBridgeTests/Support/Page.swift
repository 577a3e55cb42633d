import Foundation
import Testing
import VaultCore

@testable import VaultBridge

/// A page that speaks to a process: what it sends and hears is JSON.
struct Page: Sendable {
  let process: VaultProcess
  let capability: String
  private let count = Guarded(0)

  init(_ process: VaultProcess) throws {
    self.process = process
    guard case .resolved(let hello) = process.hello(.object(["protocols": .list([.number(1)])]), isLogged: false),
      case .text(let capability) = hello["capability"]
    else { throw Unexpected(what: "no hello") }
    self.capability = capability
  }

  /// As it comes: the whole answer.
  func send(_ members: [String: JSONValue]) async -> BridgeAnswer {
    await withCheckedContinuation { answer in
      process.call(.object(members)) { answer.resume(returning: $0) }
    }
  }

  func message(_ call: String, _ given: [String: JSONValue], vault: String? = nil) -> [String: JSONValue] {
    let number = count.with { count in
      count += 1
      return count
    }
    var members: [String: JSONValue] = [
      "capability": .text(capability), "id": .text("1.\(number)"), "call": .text(call), "arguments": .object(given),
    ]
    members["vault"] = vault.map { .text($0) }
    return members
  }

  /// - Returns: the result; `nil`: none
  @discardableResult
  func call(_ name: String, _ given: [String: JSONValue] = [:], vault: String? = nil) async throws -> JSONValue? {
    switch await send(message(name, given, vault: vault)) {
    case .resolved(let members): return members["result"]
    case .rejected(let code, let data): throw Refused(code: code, reason: data?["reason"])
    }
  }

  /// Sent now; heard later.
  func begin(
    _ name: String, _ given: [String: JSONValue] = [:], vault: String? = nil
  ) -> AsyncStream<BridgeAnswer> {
    AsyncStream { continuation in
      process.call(.object(message(name, given, vault: vault))) {
        continuation.yield($0)
        continuation.finish()
      }
    }
  }

  func open(_ settings: [String: JSONValue] = [:], key: String = "app") async throws -> String {
    let given: [String: JSONValue] = [
      "descriptor": .object(["key": .text(key)]), "settings": .object(Page.settings.merging(settings) { $1 }),
    ]
    guard case .text(let id) = try await call("open", given) else { throw Unexpected(what: "no id") }
    return id
  }

  static let settings: [String: JSONValue] = [
    "mode": .number(5), "lockAfter": .null, "hideScreen": .flag(false), "wipeAtMax": .flag(true),
    "maxAttempts": .number(5), "onEnrollmentChange": .text("requireOther"),
  ]

  static func change(_ key: String, _ json: String?) -> [String: JSONValue] {
    ["changes": .list([.object(["key": .text(key), "json": json.map { .text($0) } ?? .null])])]
  }

  /// For a new vault with a passcode.
  static func login(_ passcode: JSONValue?, mode: Int64 = 1) -> [String: JSONValue] {
    var given: [String: JSONValue] = [
      "mode": .number(mode), "entries": .list([.object(["key": .text("session"), "json": .text("\"token\"")])]),
    ]
    given["passcode"] = passcode
    return given
  }

  static func typed(_ text: String) -> JSONValue { .object(["text": .text(text)]) }
}

struct Unexpected: Error {
  let what: String
}

struct Refused: Error, Equatable {
  let code: RejectionCode
  var reason: JSONValue?
}

func codeOf(_ task: () async throws -> Void) async -> RejectionCode? {
  do {
    try await task()
    return nil
  } catch {
    return (error as? Refused)?.code ?? .unknown
  }
}

extension AsyncStream<BridgeAnswer> {
  var answer: BridgeAnswer? {
    get async {
      var iterator = makeAsyncIterator()
      return await iterator.next()
    }
  }
}
