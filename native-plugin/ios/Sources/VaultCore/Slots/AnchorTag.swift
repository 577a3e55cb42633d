private let label = Bytes(label: "idv1/anchor")

/// The anchor as stored, with its tag. Reads back what it wrote, so that a writer can't leave the format.
func sealAnchor(_ mac: any AnchorMac, _ anchor: Anchor) throws -> Bytes {
  let untagged = try anchor.encoded()
  let sealed = untagged + (try mac.mac(anchorKeyName(anchor.scope), label + untagged))
  _ = try TaggedAnchor(parsing: sealed)
  return sealed
}

/// - Parameter place: whose key the tag must be of
/// - Throws: `CORRUPT`, `UNSUPPORTED_FORMAT`, `KEY_MISSING`
func openAnchor(_ mac: any AnchorMac, _ place: VaultPlace, _ bytes: Bytes) throws -> Anchor {
  let tagged = try TaggedAnchor(parsing: bytes)
  let expected = try mac.mac(place.anchorKey, label + tagged.untagged)
  if !isEqualConstantTime(expected, tagged.tag) { throw corrupt("the anchor was changed") }
  return tagged.anchor
}
