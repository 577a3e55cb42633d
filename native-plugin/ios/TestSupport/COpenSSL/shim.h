#pragma once
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/param_build.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

// Macros and literal pointers, which Swift can't take from a header.

static inline int shim_gcm_set_nonce_length(EVP_CIPHER_CTX *context, int length) {
  return EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_IVLEN, length, NULL);
}

static inline int shim_gcm_set_tag(EVP_CIPHER_CTX *context, const void *tag, int length) {
  return EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_TAG, length, (void *)tag);
}

static inline int shim_gcm_get_tag(EVP_CIPHER_CTX *context, void *tag, int length) {
  return EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_GET_TAG, length, tag);
}

static inline int shim_hkdf_sha256(const void *secret, size_t secret_length, const void *salt, size_t salt_length,
                                   const void *info, size_t info_length, void *out, size_t out_length) {
  EVP_KDF *kdf = EVP_KDF_fetch(NULL, "HKDF", NULL);
  EVP_KDF_CTX *context = EVP_KDF_CTX_new(kdf);
  EVP_KDF_free(kdf);
  if (context == NULL) return 0;
  OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, (char *)"SHA256", 0),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, (void *)secret, secret_length),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, (void *)salt, salt_length),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, (void *)info, info_length),
      OSSL_PARAM_construct_end(),
  };
  int result = EVP_KDF_derive(context, out, out_length, parameters);
  EVP_KDF_CTX_free(context);
  return result;
}

// The x-coordinate of scalar · point, where the point is compressed or not. 0: no point of the curve.
static inline int shim_p256_ecdh(const unsigned char *scalar, const unsigned char *point, size_t point_length,
                                 unsigned char *x) {
  EC_GROUP *group = EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1);
  EC_POINT *peer = EC_POINT_new(group);
  EC_POINT *shared = EC_POINT_new(group);
  BIGNUM *factor = BN_bin2bn(scalar, 32, NULL);
  BIGNUM *coordinate = BN_new();
  int result = EC_POINT_oct2point(group, peer, point, point_length, NULL) == 1 &&
               EC_POINT_mul(group, shared, NULL, peer, factor, NULL) == 1 &&
               EC_POINT_get_affine_coordinates(group, shared, coordinate, NULL, NULL) == 1 &&
               BN_bn2binpad(coordinate, x, 32) == 32;
  BN_clear_free(factor);
  BN_clear_free(coordinate);
  EC_POINT_free(peer);
  EC_POINT_free(shared);
  EC_GROUP_free(group);
  return result;
}

// The public key of a private scalar, 65 bytes, uncompressed.
static inline int shim_p256_public(const unsigned char *scalar, unsigned char *point) {
  EC_GROUP *group = EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1);
  EC_POINT *key = EC_POINT_new(group);
  BIGNUM *factor = BN_bin2bn(scalar, 32, NULL);
  int result = EC_POINT_mul(group, key, factor, NULL, NULL, NULL) == 1 &&
               EC_POINT_point2oct(group, key, POINT_CONVERSION_UNCOMPRESSED, point, 65, NULL) == 65;
  BN_clear_free(factor);
  EC_POINT_free(key);
  EC_GROUP_free(group);
  return result;
}

// A point in its 65 bytes, uncompressed. 0: no point of the curve.
static inline int shim_p256_decompress(const unsigned char *compressed, size_t length, unsigned char *point) {
  EC_GROUP *group = EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1);
  EC_POINT *key = EC_POINT_new(group);
  int result = EC_POINT_oct2point(group, key, compressed, length, NULL) == 1 &&
               EC_POINT_point2oct(group, key, POINT_CONVERSION_UNCOMPRESSED, point, 65, NULL) == 65;
  EC_POINT_free(key);
  EC_GROUP_free(group);
  return result;
}

// Decrypts OAEP with MGF1-SHA-1 and an empty label by a key in PKCS #8 (DER). The length, or -1.
static inline long shim_rsa_oaep(const unsigned char *pkcs8, long pkcs8_length, int sha256, const unsigned char *enc,
                                 size_t enc_length, unsigned char *out, size_t out_length) {
  EVP_PKEY *key = d2i_AutoPrivateKey(NULL, &pkcs8, pkcs8_length);
  EVP_PKEY_CTX *context = key == NULL ? NULL : EVP_PKEY_CTX_new(key, NULL);
  long result = -1;
  if (context != NULL && EVP_PKEY_decrypt_init(context) == 1 &&
      EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_OAEP_PADDING) == 1 &&
      EVP_PKEY_CTX_set_rsa_oaep_md(context, sha256 ? EVP_sha256() : EVP_sha1()) == 1 &&
      EVP_PKEY_CTX_set_rsa_mgf1_md(context, EVP_sha1()) == 1 &&
      EVP_PKEY_decrypt(context, out, &out_length, enc, enc_length) == 1)
    result = (long)out_length;
  EVP_PKEY_CTX_free(context);
  EVP_PKEY_free(key);
  return result;
}
