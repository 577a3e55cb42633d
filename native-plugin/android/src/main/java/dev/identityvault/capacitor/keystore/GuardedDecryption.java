package dev.identityvault.capacitor.keystore;

import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.vaults.PromptContext;

import javax.crypto.Cipher;

/** Asks the person by a prompt of the system, and decrypts with what that released. */
public interface GuardedDecryption {
    /**
     * What is to be decrypted.
     *
     * @param kind biometric or deviceCredential
     * @param context of the vault: its texts, and what else it could be opened by
     */
    record Request(Kind kind, PromptContext context, byte[] enc) {}

    /** Begins an operation of the key, which the person then allows. */
    interface Begin {
        Cipher cipher();
    }

    /**
     * One prompt at a time in the process; the operation begins when it is its turn.
     *
     * @return what decrypts, the caller's; rejects as {@code SlotKem#decapsulate}
     */
    Answer<byte[]> decrypt(Request request, Begin begin);
}
