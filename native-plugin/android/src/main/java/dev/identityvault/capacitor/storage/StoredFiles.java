package dev.identityvault.capacitor.storage;

import dev.identityvault.capacitor.core.ports.AnchorMac;
import dev.identityvault.capacitor.core.ports.Mutex;
import dev.identityvault.capacitor.core.store.StoredEverywhere;
import dev.identityvault.capacitor.keystore.Keystore;

import java.util.List;

/** Everything that is stored, to find keys that belong to no vault any more. FORMAT.md §17. */
public record StoredFiles(FileAnchors anchors, Keystore keystore, AnchorMac anchorMac, Mutex mutex)
        implements StoredEverywhere {

    @Override
    public List<String> anchorNames() {
        return anchors.names();
    }

    @Override
    public byte[] readAnchor(String name) {
        return anchors.read(name);
    }

    @Override
    public List<String> keyNames() {
        return keystore.names();
    }

    @Override
    public void destroyKey(String name) {
        keystore.destroy(name);
    }
}
