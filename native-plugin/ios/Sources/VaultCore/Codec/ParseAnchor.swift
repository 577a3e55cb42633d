/// An anchor as it was stored.
struct TaggedAnchor {
  let anchor: Anchor
  /// What the tag authenticates.
  let untagged: ByteSlice
  let tag: Bytes

  /// Reads an anchor, from left to right; the first violation is the result. Does not verify the tag.
  ///
  /// - Throws: `CORRUPT`, `UNSUPPORTED_FORMAT`, as in FORMAT.md §8
  init(parsing bytes: Bytes) throws(CoreError) {
    var reader = ByteReader(bytes)
    anchor = try Anchor(from: &reader)
    untagged = reader.since(0)
    tag = try reader.take(32)
    guard reader.left == 0 else { throw corrupt("bytes after the tag") }
    guard anchor.cur != nil || anchor.next != nil || anchor.erasing else { throw corrupt("an anchor of nothing") }
  }
}

extension Anchor {
  fileprivate init(from reader: inout ByteReader) throws(CoreError) {
    guard try reader.u32() == anchorMagic else { throw corrupt("not an anchor") }
    guard try reader.u8() == formatVersion else { throw unsupported("another version of the anchor") }
    let flags = AnchorFlags(rawValue: try reader.u8())
    guard flags.isSubset(of: .all) else { throw unsupported("unknown flags of the anchor") }
    nextResets = flags.contains(.nextResets)
    guard !nextResets || flags.contains(.next) else { throw corrupt("nextResets without a next") }
    pending = flags.contains(.pending)
    erasing = flags.contains(.erasing)

    vaultId = try reader.take(16)
    scope = try reader.take(32)
    cur = try parseRef(&reader, isPresent: flags.contains(.cur))
    // More than 32 bits: what follows the last generation is no generation, and equals none.
    next = try parseRef(&reader, isPresent: flags.contains(.next), following: (cur?.generation ?? 0) + 1)
    try parseAttempts(&reader)
    keySlots = try parseSlotIds(&reader, most: Limit.keySlots)
    deadSlots = try parseSlotIds(&reader, most: Limit.deadSlots)
  }

  private mutating func parseAttempts(_ reader: inout ByteReader) throws(CoreError) {
    attempts = Int(try reader.u8())
    guard attempts > 0 || !pending else { throw corrupt("a pending attempt that was not counted") }
    let start = try reader.u64()
    guard start <= UInt64(Limit.delayStart) else { throw corrupt("time out of range") }
    guard attempts > 0 || start == 0 else { throw corrupt("a delay without attempts") }
    delayStart = Milliseconds(start)
  }
}

/// The generation is judged before the digest is taken, as FORMAT.md orders it.
private func parseRef(
  _ reader: inout ByteReader, isPresent: Bool, following only: Int? = nil
) throws(CoreError) -> EnvelopeRef? {
  let generation = try reader.u32()
  guard isPresent == (generation != 0) else { throw corrupt("generation and flag disagree") }
  if isPresent, let only, generation != only { throw corrupt("next does not follow cur") }
  let digest = try reader.take(32)
  guard isPresent || digest.isZero else { throw corrupt("an unused digest is not zero") }
  return isPresent ? EnvelopeRef(generation: generation, digest: digest) : nil
}

private func parseSlotIds(_ reader: inout ByteReader, most: Int) throws(CoreError) -> [Bytes] {
  let count = Int(try reader.u8())
  guard count <= most else { throw unsupported("more slot ids than this version knows") }
  var ids: [Bytes] = []
  while ids.count < count {
    let id = try reader.take(8)
    if let previous = ids.last, !isAscending(previous, id) { throw corrupt("slot ids not strictly ascending") }
    ids.append(id)
  }
  return ids
}
