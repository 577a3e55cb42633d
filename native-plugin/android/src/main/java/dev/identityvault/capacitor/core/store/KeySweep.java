package dev.identityvault.capacitor.core.store;

import dev.identityvault.capacitor.core.codec.Anchor;
import dev.identityvault.capacitor.core.codec.AnchorParser;
import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.slots.AnchorTag;
import dev.identityvault.capacitor.core.slots.StorageNames;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Destroys device keys that belong to no slot: a killed process made them and didn't get further,
 * or an erasure could not destroy them. They open nothing. FORMAT.md §17, "Sweeping".
 */
public final class KeySweep {
    private static final Pattern SLOT_KEY =
            Pattern.compile("idv1\\.([0-9a-f]{32})\\.([0-9a-f]{16})\\.(?:prf|kem)");

    private final StoredEverywhere stored;

    private KeySweep(StoredEverywhere stored) {
        this.stored = stored;
    }

    /**
     * @throws CoreError {@code TEMPORARILY_UNAVAILABLE}: nothing more is destroyed now
     */
    public static void run(StoredEverywhere stored) {
        KeySweep sweep = new KeySweep(stored);
        List<String> anchors =
                stored.mutex().apart(StorageNames.ALL_VAULTS, sweep::forgottenVaults);
        for (String name : anchors) {
            stored.mutex().<Void>apart(StorageNames.vaultLock(name), () -> sweep.vault(name));
        }
    }

    /**
     * Keys of vault ids that no anchor vouches for.
     *
     * @return the names of the anchors that vouch for theirs
     */
    private List<String> forgottenVaults() {
        // Listed before the anchors: a key that is made meanwhile is not in the list.
        List<String> keys = stored.keyNames();
        List<String> vouching = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (String name : stored.anchorNames()) {
            Anchor anchor = vouchingAnchor(name);
            if (anchor == null) continue;
            vouching.add(name);
            known.add(Bytes.hex(anchor.vaultId()));
        }
        for (String key : keys) {
            Matcher parts = SLOT_KEY.matcher(key);
            if (parts.matches() && !known.contains(parts.group(1))) stored.destroyKey(key);
        }
        return vouching;
    }

    /** Keys of slots that the anchor does not list. */
    private Void vault(String name) {
        List<String> keys = stored.keyNames();
        Anchor anchor = vouchingAnchor(name);
        if (anchor == null) return null;
        Set<String> listed = new HashSet<>();
        for (byte[] id : anchor.keySlots()) listed.add(Bytes.hex(id));
        for (String key : keys) {
            Matcher parts = SLOT_KEY.matcher(key);
            boolean isOurs = parts.matches() && parts.group(1).equals(Bytes.hex(anchor.vaultId()));
            if (isOurs && !listed.contains(parts.group(2))) stored.destroyKey(key);
        }
        return null;
    }

    /**
     * An anchor that can be read and is this vault's, or {@code null}.
     *
     * @throws CoreError one that can't be read now: nobody knows what it lists
     */
    private Anchor vouchingAnchor(String name) {
        try {
            byte[] bytes = stored.readAnchor(name);
            if (bytes == null) return null;
            byte[] scope = AnchorParser.parse(bytes).anchor().scope();
            return Bytes.hex(scope).equals(name)
                    ? AnchorTag.open(stored.anchorMac(), scope, bytes)
                    : null;
        } catch (CoreError refusal) {
            if (refusal.code() == CoreErrorCode.TEMPORARILY_UNAVAILABLE) throw refusal;
            return null;
        }
    }
}
