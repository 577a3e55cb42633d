/// The lock's effects on what this process holds and on what is stored.
struct Keeper: KeyKeeper {
  let store: VaultStore
  let session: Session
  let prompts: Prompts
  let operations: Operations

  func dropKey() { session.drop() }

  func dropOpened() { session.dropOpened() }

  func keepOpened() { session.keepOpened() }

  func forgetLease() { session.leaseBasis = nil }

  func showPrompt(_ tell: @escaping Tell) {
    let show = prompts.next(tell)
    Task { tell(.promptEnd(await show())) }
  }

  func erase() {
    operations.later { [store] in try store.erase() }
  }

  func markSlotDead(_ tell: @escaping Tell) {
    let access = Access(store: store, session: session, tell: tell)
    let deadSlot = session.takeDeadSlot()
    operations.later { try access.markSlotDead(deadSlot) }
  }
}
