import COpenSSL
import VaultCore

/// The curve of prf 2 and kem 3.
public enum P256 {
  /// The x-coordinate of `scalar` · `point`. `nil`: no point of the curve.
  public static func multiply(_ scalar: SecretBytes, point: Bytes) -> SecretBytes? {
    var isPoint = false
    let product = SecretBytes(count: 32) { output in
      scalar.withUnsafeBytes { scalar in
        let factor = scalar.bindMemory(to: UInt8.self).baseAddress
        isPoint = shim_p256_ecdh(factor, point, point.count, output.bindMemory(to: UInt8.self).baseAddress) == 1
      }
    }
    return isPoint ? product : nil
  }

  /// The 65 bytes of a point of which the x-coordinate and the sign of the other are given. `nil`: no point of the curve.
  public static func decompress(_ compressed: Bytes) -> Bytes? {
    var point = Bytes(repeating: 0, count: 65)
    return shim_p256_decompress(compressed, compressed.count, &point) == 1 ? point : nil
  }

  /// 65 bytes, uncompressed.
  public static func publicKey(of scalar: SecretBytes) -> Bytes {
    Bytes(unsafeUninitializedCapacity: 65) { buffer, count in
      scalar.withUnsafeBytes {
        succeed(shim_p256_public($0.bindMemory(to: UInt8.self).baseAddress, buffer.baseAddress))
      }
      count = 65
    }
  }

  /// The device function prf 2, with the scalar at hand. FORMAT.md §6.2.
  public static func deviceFunction(key: SecretBytes, input: SecretBytes) -> HashedMultiple? {
    for candidate in 0...255 {
      let pointX = sha256(Bytes("idv1/h2c".utf8) + input.copy + [UInt8(candidate)])
      if let output = multiply(key, point: [2] + pointX) {
        return HashedMultiple(output: output, candidate: candidate, pointX: pointX)
      }
    }
    return nil
  }
}

/// What prf 2 comes to, and the point it was computed of.
public struct HashedMultiple {
  public let output: SecretBytes
  /// The i of FORMAT.md §6.2 that served.
  public let candidate: Int
  public let pointX: Bytes
}
