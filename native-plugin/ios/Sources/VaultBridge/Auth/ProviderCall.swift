import Foundation

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// What is sent to a provider. BRIDGE.md §4.1.
public struct ProviderCall: Sendable {
  public enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
  }

  /// Of an answer's body.
  public static let mostBytes = 1024 * 1024

  public let method: Method
  public let address: AuthAddress
  public let headers: [ProviderHeader]
  public let body: String?
  /// Of all of it.
  public let timeout: Milliseconds
}

/// A header, whose name is in lower case.
public struct ProviderHeader: Equatable, Sendable {
  public let name: String
  public let value: String

  static let allowed: Set = ["accept", "content-type", "authorization", "dpop"]
  /// In this order.
  static let told = ["content-type", "dpop-nonce", "www-authenticate", "date", "cache-control", "retry-after"]
}

/// What a provider answered.
public struct ProviderAnswer: Sendable {
  private let status: Int
  private let headers: [String: String]
  private let body: Data

  /// - Parameter headers: all that came
  public init(status: Int, headers: [String: String], body: Data) {
    self.status = status
    self.headers = Dictionary(headers.map { ($0.lowercased(), $1) }) { first, _ in first }
    self.body = body
  }

  /// `nil`: a redirect, no status that ends an exchange, too long, or no text in UTF-8.
  var json: JSONValue? {
    let text = String(decoding: body, as: UTF8.self)
    guard (200..<300).contains(status) || (400..<600).contains(status), body.count <= ProviderCall.mostBytes,
      text.utf8.elementsEqual(body)
    else { return nil }
    let told: [JSONValue] = ProviderHeader.told.compactMap { name in
      headers[name].map { .object(["name": .text(name), "value": .text($0)]) }
    }
    return .object(["status": .whole(status), "headers": .list(told), "body": .text(text)])
  }
}
