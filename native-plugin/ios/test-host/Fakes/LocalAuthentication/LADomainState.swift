import FakeDevice
import Foundation

/// Of iOS 18.
public final class LADomainState: NSObject {
  public let biometry = LADomainStateBiometry()
}

public final class LADomainStateBiometry: NSObject {
  public var biometryType: LABiometryType { LAContext().biometryType }
  /// `nil`: nobody is enrolled.
  public let stateHash: Data? = {
    let enrolment = FakeDevice.current.state.enrolment
    return enrolment == 0 ? nil : Data("state \(enrolment)".utf8)
  }()
}

extension LAContext {
  public var domainState: LADomainState { LADomainState() }
}
