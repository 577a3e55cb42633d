import VaultCore

/// What another implementation asks. Bytes are hexadecimal.
struct Request: Decodable {
  enum Operation: String, Decodable {
    /// A new vault with one passcode slot.
    case seal
    case open
  }

  let op: Operation
  let scope: String
  let passcode: String
  /// `[key, value as text]`, of a vault to seal.
  let values: [[String]]?
  /// What was sealed, to open.
  let sealed: Sealed?
}

/// A vault as it is stored, with the keys of the device that it was made on.
struct Sealed: Codable {
  let envelope: String
  let anchor: String
  /// By name.
  let keys: [String: String]
}

struct Answer: Encodable {
  var sealed: Sealed?
  /// In the order of the payload.
  var values: [[String]]?
  var error: String?
}
