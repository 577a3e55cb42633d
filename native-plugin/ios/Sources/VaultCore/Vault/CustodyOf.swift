/// How a stored vault behaves when it is locked: SecureStorage has no prompt, so it never is.
extension Mode {
  var custody: Custody { self == .secureStorage ? .open : .stored }
}
