/// Whose vault. FORMAT.md §3.
///
/// Names come as UTF-16, as JavaScript has them: a `String` would replace half of a character without a word.
public enum Descriptor: Sendable {
  case user(vaultName: [UInt16], username: [UInt16])
  /// The one name that vaults of API generation 5 and 6 have.
  case key([UInt16])
}

/// What is hashed: every part carries its length, so different descriptors never meet.
///
/// - Throws: `INVALID_ARGUMENT`: a name with a lone surrogate
func scopeInput(appId: String, _ descriptor: Descriptor) throws(CoreError) -> Bytes {
  let label: Bytes
  let names: [[UInt16]]
  switch descriptor {
  case .user(let vaultName, let username): (label, names) = (Bytes(label: "idv1/scope"), [vaultName, username])
  case .key(let key): (label, names) = (Bytes(label: "idv1/scope5"), [key, []])
  }
  var input = label + (try Bytes(lengthPrefixed: Bytes(appId.utf8)))
  for name in names { input += try Bytes(lengthPrefixed: encodeUTF8(name)) }
  return input
}

/// - Throws: `INVALID_ARGUMENT`: a name with a lone surrogate
public func scopeOf(_ aead: any Aead, appId: String, _ descriptor: Descriptor) throws -> Bytes {
  try aead.digest(try scopeInput(appId: appId, descriptor))
}
