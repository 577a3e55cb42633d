package dev.identityvault.capacitor.core.ports;

/**
 * Everything the core needs from where it runs. Storage, keys and cryptography answer at once, and
 * are called by one operation at a time for each vault; only what may ask a person answers later.
 *
 * @param joint {@code null}: anchor and envelope are in two stores, as on a phone
 * @param mutex {@code null}: other processes can't be kept apart; there are no passcode slots then
 */
public record CorePorts(
        Random random,
        Aead aead,
        Kdf kdf,
        DeviceFunction deviceFunction,
        AnchorMac anchorMac,
        SlotKems kems,
        BlobStore blobs,
        AnchorStore anchors,
        JointStore joint,
        Mutex mutex,
        Clock clock) {}
