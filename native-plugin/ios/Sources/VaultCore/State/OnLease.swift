extension LockState {
  mutating func onLeaseBegin(_ id: String, _ names: [PayloadKey]) -> [StateEffect] {
    if phase != .unlocked || custody == .memory { return [.denyLease(id: id, .locked)] }
    if lease != nil { return [.denyLease(id: id, .conflict)] }
    lease = Lease(id: id, names: names)
    return [.grantLease(id: id)]
  }

  mutating func onLeaseWrite(_ id: String, _ names: [PayloadKey], unchanged: Bool) -> [StateEffect] {
    guard let lease, lease.id == id else { return [.denyLease(id: id, .locked)] }
    let used = endLease()
    if !names.allSatisfy(lease.names.contains) { return [.denyLease(id: id, .invalidArgument)] + used }
    return [unchanged ? .writeWithLease(id: id) : .denyLease(id: id, .conflict)] + used
  }

  mutating func onLeaseEnd(_ id: String) -> [StateEffect] {
    lease?.id == id ? endLease() : []
  }

  /// Used up; a locked vault has no more reason to hold the key.
  private mutating func endLease() -> [StateEffect] {
    lease = nil
    return phase == .unlocked ? [] : [.dropKey]
  }
}
