package dev.identityvault.phone.keystore;

import dev.identityvault.phone.device.FakeDevice;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.ProviderException;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.Mac;
import javax.crypto.MacSpi;

/** HMAC-SHA-256 with a key of the phone. */
public final class FakeMac extends MacSpi {
    private Mac mac;

    @Override
    protected int engineGetMacLength() {
        return 32;
    }

    @Override
    protected void engineInit(Key key, AlgorithmParameterSpec parameters) throws InvalidKeyException {
        if (!(key instanceof FakeSecretKey ours)) throw new InvalidKeyException("a foreign key");
        FakeDevice.current().failures.mayFail("use");
        try {
            mac = Mac.getInstance("HmacSHA256", "SunJCE");
        } catch (GeneralSecurityException failure) {
            throw new ProviderException(failure);
        }
        mac.init(ours.entry.secret);
    }

    @Override
    protected void engineUpdate(byte input) {
        mac.update(input);
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
        mac.update(input, offset, length);
    }

    @Override
    protected byte[] engineDoFinal() {
        return mac.doFinal();
    }

    @Override
    protected void engineReset() {
        if (mac != null) mac.reset();
    }
}
