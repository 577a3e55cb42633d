import COpenSSL
import VaultCore

public func sha256(_ data: Bytes) -> Bytes {
  filled { succeed(EVP_Digest(data, data.count, $0, nil, EVP_sha256(), nil)) }
}

public func hmacSHA256(key: SecretBytes, _ data: UnsafeRawBufferPointer) -> SecretBytes {
  SecretBytes(count: 32) { output in
    key.withUnsafeBytes { key in
      let input = data.bindMemory(to: UInt8.self)
      let result = HMAC(
        EVP_sha256(), key.baseAddress, Int32(key.count), input.baseAddress, data.count,
        output.bindMemory(to: UInt8.self).baseAddress, nil)
      precondition(result != nil, "OpenSSL refused")
    }
  }
}

public func hkdfSHA256(_ input: HkdfInput, count: Int = 32) -> SecretBytes {
  SecretBytes(count: count) { output in
    input.secret.withUnsafeBytes { secret in
      succeed(
        shim_hkdf_sha256(
          secret.baseAddress, secret.count, input.salt, input.salt.count, input.info, input.info.count,
          output.baseAddress, count))
    }
  }
}

public func pbkdf2SHA256(_ password: SecretBytes, salt: Bytes, iterations: Int, count: Int = 32) -> SecretBytes {
  SecretBytes(count: count) { output in
    password.withUnsafeBytes { password in
      succeed(
        PKCS5_PBKDF2_HMAC(
          password.bindMemory(to: CChar.self).baseAddress, Int32(password.count), salt, Int32(salt.count),
          Int32(iterations), EVP_sha256(), Int32(count), output.bindMemory(to: UInt8.self).baseAddress))
    }
  }
}

/// FORMAT.md §6.1, for `count` ≤ 32 × 255.
public func x963SHA256(_ secret: SecretBytes, info: Bytes, count: Int) -> SecretBytes {
  let blocks = (1...UInt32((count + 31) / 32)).map { counter in
    let input = secret.copy + [UInt8(counter >> 24), UInt8(counter >> 16 & 255), UInt8(counter >> 8 & 255)]
    return sha256(input + [UInt8(counter & 255)] + info)
  }
  return SecretBytes(copying: blocks.joined().prefix(count))
}

extension SecretBytes {
  /// What tests compare.
  public var copy: Bytes {
    withUnsafeBytes { Bytes($0) }
  }
}

private func filled(_ fill: (UnsafeMutablePointer<UInt8>?) -> Void) -> Bytes {
  Bytes(unsafeUninitializedCapacity: 32) { buffer, count in
    fill(buffer.baseAddress)
    count = 32
  }
}
