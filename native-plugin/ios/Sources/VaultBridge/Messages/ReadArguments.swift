#if SWIFT_PACKAGE
  import VaultCore
#endif

extension Members {
  /// - Throws: `BridgeArguments`, `InvalidArguments`: a setting out of range
  func settings() throws(Rejection) -> Settings {
    let given = try object("settings")
    let attempts = try given.count("maxAttempts")
    let lockAfter: Int64? = given["lockAfter"] == .null ? nil : try given.count("lockAfter")
    guard let enrolment = Enrolment(onEnrollmentChange: try given.text("onEnrollmentChange")) else {
      throw .notAMessage
    }
    guard (1...255).contains(attempts) else { throw Rejection(.invalidArguments) }
    var settings = Settings(
      mode: try given.id("mode"), lockAfter: lockAfter, hideScreen: try given.flag("hideScreen"),
      wipeAtMax: try given.flag("wipeAtMax"), maxAttempts: Int(attempts), enrolment: enrolment,
      texts: given.has("texts") ? try given.texts() : PromptTexts())
    if given.has("idleTimeout") { settings.idleTimeout = try given.count("idleTimeout") }
    if given.has("sessionTimeout") { settings.sessionTimeout = try given.count("sessionTimeout") }
    return settings
  }

  /// An empty text counts as absent.
  func texts() throws(Rejection) -> PromptTexts {
    let given = try object("texts")
    for name in PromptTexts.ofOtherPlatforms { _ = try given.optionalText(name) }
    func text(_ name: String) throws(Rejection) -> String? {
      let text = try given.optionalText(name)
      return text == "" ? nil : text
    }
    return PromptTexts(
      reason: try text("iosBiometricsLocalizedReason"), cancelTitle: try text("iosBiometricsLocalizedCancelTitle"),
      fallbackTitle: try text("iosBiometricsLocalizedFallbackTitle"))
  }

  func descriptor() throws(Rejection) -> Descriptor {
    let given = try object("descriptor")
    if given.has("key") { return .key(Array(try given.text("key").utf16)) }
    let (vaultName, username) = (try given.text("vaultName"), try given.text("username"))
    return .user(vaultName: Array(vaultName.utf16), username: Array(username.utf16))
  }

  /// Of two changes of one key the later wins. Whether a key can be one is judged by the core, which first looks at the
  /// lock.
  func changes() throws(Rejection) -> Changes {
    var changes: Changes = [:]
    for change in try list("changes") {
      let change = try Members(change)
      let key = PayloadKey(unjudged: try change.text("key", most: BridgeLimit.call))
      let json: Bytes? = change["json"] == .null ? nil : try change.json()
      changes.updateValue(json, forKey: key)
    }
    return changes
  }

  func entries() throws(Rejection) -> Values {
    var values: Values = [:]
    for entry in try list("entries") {
      let entry = try Members(entry)
      values[PayloadKey(unjudged: try entry.text("key", most: BridgeLimit.call))] = try entry.json()
    }
    return values
  }

  /// What can't be a key is none that was stored.
  func keys() throws(Rejection) -> Set<PayloadKey> {
    var keys: Set<PayloadKey> = []
    for value in try list("keys") {
      guard case .text(let text) = value else { throw .notAMessage }
      if let key = try? PayloadKey(text) { keys.insert(key) }
    }
    return keys
  }

  func optionalPasscode() throws(Rejection) -> PasscodeMessage? {
    has("passcode") ? try passcode() : nil
  }

  func passcode() throws(Rejection) -> PasscodeMessage {
    let given = try object("passcode")
    if let text = try given.optionalText("text") { return .text(TypedPasscode(utf16: text.utf16)) }
    return .chosen(try given.text("chosen", least: BridgeLimit.chosenMin, most: BridgeLimit.id))
  }

  private func json() throws(Rejection) -> Bytes {
    Bytes(try text("json", most: BridgeLimit.call).utf8)
  }
}

/// BRIDGE.md §4.3.
enum PasscodeMessage: Sendable {
  /// As typed into a prompt of the app.
  case text(TypedPasscode)
  /// What stands for one that was entered in the built-in prompt.
  case chosen(String)
}

extension Enrolment {
  fileprivate init?(onEnrollmentChange text: String) {
    switch text {
    case "requireOther": self = .requireOther
    case "wipe": self = .wipe
    case "ignore": self = .ignore
    default: return nil
    }
  }
}
