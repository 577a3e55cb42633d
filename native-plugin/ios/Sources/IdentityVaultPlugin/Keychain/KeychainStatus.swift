import Foundation
import Security

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// What a status of the Keychain means. FORMAT.md §18.1.
enum KeychainStatus {
  /// Of anything but success and "definitely not there".
  static func failure(_ status: OSStatus, _ what: String) -> CoreError {
    let detail = "\(what): status \(status)"
    switch status {
    case errSecUserCanceled: return CoreError(.userCanceled, detail)
    case errSecAuthFailed: return CoreError(.authenticationFailed, detail)
    default: return CoreError(.temporarilyUnavailable, detail)
    }
  }
}
