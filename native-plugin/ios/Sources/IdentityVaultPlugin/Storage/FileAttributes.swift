import Foundation

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// What the system does with a file besides keeping it.
enum FileAttributes {
  static func excludeFromBackup(_ url: URL) throws {
    var url = url
    var values = URLResourceValues()
    values.isExcludedFromBackup = true
    do {
      try url.setResourceValues(values)
    } catch {
      throw CoreError(.temporarilyUnavailable, "a file can not be kept out of backups", cause: error)
    }
  }

  static func protect(_ path: String, as protection: FileProtectionType) throws {
    do {
      try FileManager.default.setAttributes([.protectionKey: protection], ofItemAtPath: path)
    } catch {
      throw CoreError(.temporarilyUnavailable, "a file can not be protected", cause: error)
    }
  }
}
