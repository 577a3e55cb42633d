import Foundation
import VaultCore

/// Of the passcodes of vectors and tests, which are public.
func rememberedPBKDF2(_ passcode: SecretBytes, _ salt: Bytes, _ iterations: Int) throws -> SecretBytes {
  guard let folder = ProcessInfo.processInfo.environment["DERIVED"] else {
    return pbkdf2SHA256(passcode, salt: salt, iterations: iterations)
  }
  let asked = Bytes("\(passcode.copy) \(salt) \(iterations)".utf8)
  let file = URL(fileURLWithPath: folder).appendingPathComponent(try OpenSSLAead().digest(asked).hex)
  if let known = try? Data(contentsOf: file) { return SecretBytes(copying: known) }
  let secret = pbkdf2SHA256(passcode, salt: salt, iterations: iterations)
  try Data(secret.copy).write(to: file, options: .atomic)
  return secret
}
