package dev.identityvault.capacitor.core.store;

import dev.identityvault.capacitor.core.ports.AnchorMac;
import dev.identityvault.capacitor.core.ports.Mutex;

import java.util.List;

/** What is stored on a device, of every vault. */
public interface StoredEverywhere {
    AnchorMac anchorMac();

    Mutex mutex();

    /** Of stored anchors: the scope in hexadecimal. */
    List<String> anchorNames();

    /** {@code null}: definitely not there. */
    byte[] readAnchor(String name);

    List<String> keyNames();

    void destroyKey(String name);
}
