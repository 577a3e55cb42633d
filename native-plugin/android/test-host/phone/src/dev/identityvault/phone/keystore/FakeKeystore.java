package dev.identityvault.phone.keystore;

import dev.identityvault.phone.device.FakeDevice;
import dev.identityvault.phone.device.KeystoreEntry;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.Key;
import java.security.KeyStoreSpi;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.Enumeration;

/** The key store's list. Where it fails, questions that can't fail answer no, as the real ones do. */
public final class FakeKeystore extends KeyStoreSpi {
    private static FakeDevice device() {
        return FakeDevice.current();
    }

    @Override
    public Key engineGetKey(String alias, char[] password) {
        device().failures.mayFail("getKey");
        KeystoreEntry entry = device().keys.get(alias);
        if (entry == null) return null;
        return entry.pair == null ? new FakeSecretKey(entry) : new FakePrivateKey(entry);
    }

    @Override
    public Certificate engineGetCertificate(String alias) {
        KeystoreEntry entry = device().keys.get(alias);
        return entry == null || entry.pair == null ? null : new FakeCertificate(entry.pair.getPublic());
    }

    @Override
    public void engineDeleteEntry(String alias) {
        device().failures.mayFail("delete");
        device().keys.remove(alias);
    }

    @Override
    public Enumeration<String> engineAliases() {
        device().failures.mayFail("aliases");
        return Collections.enumeration(new ArrayList<>(device().keys.keySet()));
    }

    @Override
    public boolean engineContainsAlias(String alias) {
        return device().keys.containsKey(alias);
    }

    @Override
    public boolean engineIsKeyEntry(String alias) {
        return engineContainsAlias(alias);
    }

    @Override
    public boolean engineIsCertificateEntry(String alias) {
        return false;
    }

    @Override
    public int engineSize() {
        return device().keys.size();
    }

    @Override
    public void engineLoad(InputStream stream, char[] password) {}

    @Override
    public Certificate[] engineGetCertificateChain(String alias) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Date engineGetCreationDate(String alias) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void engineSetKeyEntry(String alias, Key key, char[] password, Certificate[] chain) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void engineSetKeyEntry(String alias, byte[] key, Certificate[] chain) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void engineSetCertificateEntry(String alias, Certificate certificate) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String engineGetCertificateAlias(Certificate certificate) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void engineStore(OutputStream stream, char[] password) {
        throw new UnsupportedOperationException();
    }
}
