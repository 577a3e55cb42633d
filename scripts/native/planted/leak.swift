// Loses an object. `npm run test:native -- --sanitize` has to notice it.
final class Lost {
  let bytes = [UInt8](repeating: 1, count: 32)
}

@inline(never) func lose() {
  _ = Unmanaged.passRetained(Lost())
}

lose()
