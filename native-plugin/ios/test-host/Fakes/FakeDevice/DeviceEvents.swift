import Foundation
import VirtualTime

/// What people and the system do to a phone.
extension FakeDevice {
  public func enrolAnother() {
    change { $0.enrolment += 1 }
  }

  public func removeBiometrics() {
    change { $0.enrolment = 0 }
  }

  public func setPasscode() {
    change { $0.isPasscodeSet = true }
  }

  /// What needs a passcode to be set asks for no certain one, and stays.
  public func changePasscode() {
    change { $0.mismatches = 0 }
  }

  /// Biometrics go with it, and so does what the Keychain binds to the passcode.
  public func removePasscode() {
    change { state in
      state.isPasscodeSet = false
      state.passcodeEpoch += 1
      state.enrolment = 0
      state.isScreenLocked = false
      guard state.dropsItemsOfRemovedPasscode else { return }
      state.items.removeAll { $0.access.protection == ProtectionClass.whenPasscodeSetThisDeviceOnly }
    }
  }

  public func lockScreen() {
    change { $0.isScreenLocked = $0.isPasscodeSet }
  }

  public func unlockScreen() {
    change { state in
      state.isScreenLocked = false
      state.wasUnlockedSinceBoot = true
      state.mismatches = 0
    }
  }

  /// Ends the app with it: call it when no process of the app runs any more.
  public func reboot() {
    virtual_set(1_000_000_000)
    change { state in
      state.isScreenLocked = state.isPasscodeSet
      state.wasUnlockedSinceBoot = !state.isPasscodeSet
    }
  }

  /// Whether an item of this class can be used now.
  public func isAvailable(_ protection: String) -> Bool {
    let state = self.state
    return switch protection {
    case ProtectionClass.whenUnlocked, ProtectionClass.whenUnlockedThisDeviceOnly,
      ProtectionClass.whenPasscodeSetThisDeviceOnly:
      !state.isScreenLocked
    default: state.wasUnlockedSinceBoot
    }
  }
}

/// The values of `kSecAttrAccessible…`.
public enum ProtectionClass {
  public static let whenUnlocked = "ak"
  public static let afterFirstUnlock = "ck"
  public static let whenUnlockedThisDeviceOnly = "aku"
  public static let afterFirstUnlockThisDeviceOnly = "cku"
  public static let whenPasscodeSetThisDeviceOnly = "akpu"
  public static let all = [
    whenUnlocked, afterFirstUnlock, whenUnlockedThisDeviceOnly, afterFirstUnlockThisDeviceOnly,
    whenPasscodeSetThisDeviceOnly,
  ]
}
