/// UTF-16 as JavaScript has it, strictly. FORMAT.md §18.3.
///
/// A `String` would replace half of a character without a word; so what comes from outside is checked as units.
/// - Throws: `INVALID_ARGUMENT`: a lone surrogate, which platforms encode differently
func encodeUTF8(_ units: some Collection<UInt16>) throws(CoreError) -> Bytes {
  var bytes = Bytes()
  let lone = transcode(
    units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true, into: { bytes.append($0) })
  guard !lone else { throw CoreError(.invalidArgument, "text with a lone surrogate") }
  return bytes
}
