/// The prompts of the vault's slots.
final class Prompts: Sendable {
  private let store: VaultStore
  private let session: Session
  private let authenticator: any Authenticator
  /// Nothing waits while a person thinks: only what touches storage takes its turn.
  private let operations: Operations
  private let wanted = Guarded<Kind?>(nil)

  init(store: VaultStore, session: Session, authenticator: any Authenticator, operations: Operations) {
    self.store = store
    self.session = session
    self.authenticator = authenticator
    self.operations = operations
  }

  /// Of the prompt that is shown next: the kind of slot to ask for. `nil`: any.
  var only: Kind? {
    get { wanted.with { $0 } }
    set { wanted.with { $0 = newValue } }
  }

  /// One prompt, of the first slot that is alive, or of the next where it can't be used now.
  /// - Parameter tell: what is found out on the way
  /// - Returns: what shows it, for the kind of slot that is asked for at this moment; that returns how it ended
  func next(_ tell: @escaping Tell) -> @Sendable () async -> PromptEnd {
    let access = Access(store: store, session: session, tell: tell)
    let shown = ShownPrompt(session: session, authenticator: authenticator, operations: operations, access: access)
    return { [only] in await shown.end(only: only) }
  }
}
