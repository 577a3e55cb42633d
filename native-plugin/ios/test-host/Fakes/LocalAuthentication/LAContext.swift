import FakeDevice
import Foundation
import Security

public enum LAPolicy: Int, Sendable {
  case deviceOwnerAuthenticationWithBiometrics = 1
  case deviceOwnerAuthentication = 2
}

public enum LABiometryType: Int, Sendable {
  case none = 0
  case touchID = 1
  case faceID = 2
  case opticID = 4
}

public enum LAAccessControlOperation: Int, Sendable {
  case createItem, useItem, createKey, useKeySign, useKeyDecrypt, useKeyKeyExchange
}

public typealias NSErrorPointer = UnsafeMutablePointer<NSError?>?

/// One way to ask the person. What was proved in it holds until it is invalidated.
open class LAContext: NSObject, PromptContext {
  public var localizedReason = ""
  public var localizedFallbackTitle: String?
  public var localizedCancelTitle: String?
  public var touchIDAuthenticationAllowableReuseDuration: TimeInterval = 0
  public var interactionNotAllowed = false
  /// Of who is enrolled; known once it was asked whether biometrics can be used.
  public private(set) var evaluatedPolicyDomainState: Data?

  private let lock = NSLock()
  private var invalidated = false
  private var proofs: Set<Proof> = []
  private var askedReason = ""

  public override init() { super.init() }

  public var biometryType: LABiometryType {
    switch FakeDevice.current.state.biometry {
    case .none: .none
    case .touchID: .touchID
    case .faceID: .faceID
    }
  }

  open func invalidate() {
    lock.withLock {
      invalidated = true
      proofs = []
    }
  }

  public func canEvaluatePolicy(_ policy: LAPolicy, error: NSErrorPointer) -> Bool {
    let device = FakeDevice.current
    let failure: AuthenticationFailure? =
      switch policy {
      case .deviceOwnerAuthenticationWithBiometrics: fakeIsInvalidated ? .invalidContext : device.biometryFailure
      case .deviceOwnerAuthentication: device.state.isPasscodeSet ? nil : .passcodeNotSet
      }
    let enrolment = device.state.enrolment
    evaluatedPolicyDomainState = enrolment == 0 ? nil : Data("enrolled \(enrolment)".utf8)
    if let failure { error?.pointee = NSError(domain: LAErrorDomain, code: failure.rawValue) }
    return failure == nil
  }

  /// Only asks: it releases nothing, so nothing may depend on it.
  public func evaluatePolicy(
    _ policy: LAPolicy, localizedReason: String, reply: @escaping @Sendable (Bool, (any Error)?) -> Void
  ) {
    ask(localizedReason, reply) { device, context in
      switch policy {
      case .deviceOwnerAuthenticationWithBiometrics: try device.askForBiometry(context)
      case .deviceOwnerAuthentication: try device.askForEither(context)
      }
    }
  }

  /// Asks for what this access control demands; keys that are used with this context don't ask again.
  public func evaluateAccessControl(
    _ accessControl: SecAccessControl, operation: LAAccessControlOperation, localizedReason: String,
    reply: @escaping @Sendable (Bool, (any Error)?) -> Void
  ) {
    let flags = accessControl.fakeFlags
    ask(localizedReason, reply) { device, context in
      if !flags.isDisjoint(with: [.biometryAny, .biometryCurrentSet]) { try device.askForBiometry(context) }
      if flags.contains(.devicePasscode) { try device.askForPasscode(context) }
      if flags.contains(.userPresence) { try device.askForEither(context) }
    }
  }

  /// Answers on a queue of its own.
  private func ask(
    _ text: String, _ reply: @escaping @Sendable (Bool, (any Error)?) -> Void,
    _ prompt: @escaping @Sendable (FakeDevice, any PromptContext) throws -> Void
  ) {
    lock.withLock { askedReason = text }
    nonisolated(unsafe) let context = self
    DispatchQueue(label: "fake.LocalAuthentication").async {
      do {
        try prompt(.current, context)
        reply(true, nil)
      } catch let failure as AuthenticationFailure {
        reply(false, LAError(failure))
      } catch {
        preconditionFailure("the device fails with nothing else")
      }
    }
  }

  public var fakeIsInvalidated: Bool { lock.withLock { invalidated } }
  public var fakeAllowsInteraction: Bool { !interactionNotAllowed }
  public var fakeReason: String { lock.withLock { askedReason.isEmpty ? localizedReason : askedReason } }
  public var fakeHasFallback: Bool { localizedFallbackTitle != "" }

  public var fakeProved: Set<Proof> {
    get { lock.withLock { proofs } }
    set { lock.withLock { proofs = newValue } }
  }
}

extension FakeDevice {
  /// The system's own way on from biometrics to the passcode.
  func askForEither(_ context: any PromptContext) throws {
    guard biometryFailure == nil else { return try askForPasscode(context) }
    do {
      try askForBiometry(context)
    } catch AuthenticationFailure.userFallback {
      try askForPasscode(context)
    }
  }
}
