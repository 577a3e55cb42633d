/// A vault that another implementation asks for, and the vault when it was made. Bytes are hexadecimal.
struct Asked: Codable {
  let scope: String
  let passcode: String
  /// `[key, value as text]`.
  let values: [[String]]
  var envelope: String?
  var anchor: String?
  /// Of the device that it was made on, by name.
  var keys: [String: String]?
}

/// What was in a vault, in the order of the payload, and its anchor after it was opened.
struct Found: Encodable {
  let values: [[String]]
  let anchor: String
}
