import Foundation

/// Standard output, for the protocol alone: what anybody else prints there goes to standard error.
final class Lines: @unchecked Sendable {
  private let output: FileHandle
  private let lock = NSLock()

  init() {
    output = FileHandle(fileDescriptor: dup(STDOUT_FILENO))
    dup2(STDERR_FILENO, STDOUT_FILENO)
  }

  func write(_ object: [String: Any]) {
    guard let line = try? JSONSerialization.data(withJSONObject: object) else { preconditionFailure("no JSON") }
    lock.withLock { output.write(line + [UInt8(ascii: "\n")]) }
  }

  /// - Parameter json: a text of JSON, which stays as it is
  func answer(_ id: Int, _ members: [(String, json: String)]) {
    let text = members.map { "\"\($0)\":\($1)" }.joined(separator: ",")
    lock.withLock { output.write(Data("{\"id\":\(id),\(text)}\n".utf8)) }
  }
}

/// One line of the protocol.
struct Command: @unchecked Sendable {
  let id: Int
  let name: String
  let arguments: [String: Any]

  init?(_ line: String) {
    guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
      let id = object["id"] as? Int, let name = object["do"] as? String
    else { return nil }
    (self.id, self.name, arguments) = (id, name, object)
  }

  func text(_ name: String) -> String? { arguments[name] as? String }
  func number(_ name: String) -> Int? { arguments[name] as? Int }
  func flag(_ name: String) -> Bool? { arguments[name] as? Bool }
}
