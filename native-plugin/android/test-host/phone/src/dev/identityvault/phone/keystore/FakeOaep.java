package dev.identityvault.phone.keystore;

import android.os.Build;
import android.security.keystore.KeyPermanentlyInvalidatedException;
import android.security.keystore.KeyProperties;
import dev.identityvault.phone.device.FakeDevice;
import dev.identityvault.phone.device.KeystoreEntry;
import dev.identityvault.phone.device.SystemErrors;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.spec.OAEPParameterSpec;

/** RSA-OAEP, which keeps to what the key was made for. */
public final class FakeOaep extends CipherSpi {
    private KeystoreEntry entry;
    private Cipher cipher;
    private boolean isAuthorised;

    /** Somebody was there: for one use. */
    public void authorise() {
        isAuthorised = true;
    }

    /** Whether it waits for a finger, or for the screen lock. */
    public boolean needsCredential() {
        return entry.needsCredential();
    }

    @Override
    protected void engineInit(int mode, Key key, AlgorithmParameterSpec parameters, SecureRandom random)
            throws InvalidKeyException, InvalidAlgorithmParameterException {
        if (!(key instanceof FakePrivateKey ours)) throw new InvalidKeyException("a foreign key");
        if (!(parameters instanceof OAEPParameterSpec oaep))
            throw new InvalidAlgorithmParameterException("only OAEPParameterSpec");
        FakeDevice.current().failures.mayFail("begin");
        entry = ours.entry;
        isAuthorised = false;
        assertAllowed(mode, oaep);
        try {
            cipher = Cipher.getInstance("RSA/ECB/OAEPPadding", "SunJCE");
            cipher.init(mode, entry.pair.getPrivate(), oaep);
        } catch (GeneralSecurityException failure) {
            throw new ProviderException(failure);
        }
    }

    private void assertAllowed(int mode, OAEPParameterSpec oaep) throws InvalidKeyException {
        boolean mayDecrypt = (entry.spec.getPurposes() & KeyProperties.PURPOSE_DECRYPT) != 0;
        if (mode != Cipher.DECRYPT_MODE || !mayDecrypt) throw new InvalidKeyException("Incompatible purpose");
        if (!Arrays.asList(entry.spec.getDigests()).contains(oaep.getDigestAlgorithm()))
            throw new InvalidKeyException("Incompatible digest");
        if (!mgf1Digests().contains(((MGF1ParameterSpec) oaep.getMGFParameters()).getDigestAlgorithm()))
            throw new InvalidKeyException("Incompatible MGF1 digest");
        if (entry.isInvalidated(FakeDevice.current()))
            throw new KeyPermanentlyInvalidatedException("Key permanently invalidated");
    }

    /** Before Android 15 only SHA-1; from there on what was asked for, as newer KeyMint insists. */
    private java.util.Collection<String> mgf1Digests() {
        return Build.VERSION.SDK_INT >= 35 ? entry.spec.getMgf1Digests() : java.util.Set.of("SHA-1");
    }

    @Override
    protected byte[] engineDoFinal(byte[] input, int offset, int length)
            throws IllegalBlockSizeException, BadPaddingException {
        if (entry.isGuarded() && !isAuthorised) throw SystemErrors.notAuthenticated();
        isAuthorised = false;
        FakeDevice.current().failures.mayFail("decrypt");
        return cipher.doFinal(input, offset, length);
    }

    @Override
    protected int engineDoFinal(byte[] input, int offset, int length, byte[] output, int at)
            throws IllegalBlockSizeException, BadPaddingException {
        byte[] bytes = engineDoFinal(input, offset, length);
        System.arraycopy(bytes, 0, output, at, bytes.length);
        return bytes.length;
    }

    @Override
    protected void engineInit(int mode, Key key, SecureRandom random) throws InvalidKeyException {
        throw new InvalidKeyException("no parameters");
    }

    @Override
    protected void engineInit(int mode, Key key, AlgorithmParameters parameters, SecureRandom random)
            throws InvalidKeyException {
        throw new InvalidKeyException("no parameters");
    }

    @Override
    protected byte[] engineUpdate(byte[] input, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected int engineUpdate(byte[] input, int offset, int length, byte[] output, int at) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void engineSetMode(String mode) {}

    @Override
    protected void engineSetPadding(String padding) {}

    @Override
    protected int engineGetBlockSize() {
        return 0;
    }

    @Override
    protected int engineGetOutputSize(int length) {
        return 256;
    }

    @Override
    protected byte[] engineGetIV() {
        return null;
    }

    @Override
    protected AlgorithmParameters engineGetParameters() {
        return null;
    }
}
