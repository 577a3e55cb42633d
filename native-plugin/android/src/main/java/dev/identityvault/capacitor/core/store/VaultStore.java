package dev.identityvault.capacitor.core.store;

import dev.identityvault.capacitor.core.codec.Anchor;
import dev.identityvault.capacitor.core.codec.FormatLimits;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.slots.EnvelopeOpener;
import dev.identityvault.capacitor.core.slots.OpenKeys;
import dev.identityvault.capacitor.core.slots.Opened;
import dev.identityvault.capacitor.core.slots.Rekey;
import dev.identityvault.capacitor.core.slots.RekeyRequest;
import dev.identityvault.capacitor.core.slots.Unlocked;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What is stored of one scope. Knows of no lock: whoever asks brings the keys. */
public final class VaultStore {
    private final CorePorts ports;
    private final byte[] scope;
    private final VaultLoader loader;

    public VaultStore(CorePorts ports, byte[] scope) {
        this.ports = ports;
        this.scope = scope;
        this.loader = new VaultLoader(ports, scope);
    }

    /**
     * Checked and repaired.
     *
     * @return {@code null}: definitely nothing
     * @throws CoreError as {@link VaultLoader#load}
     */
    public LoadedVault load() {
        return loader.load();
    }

    /**
     * Without repairing it.
     *
     * @return {@code null}: definitely nothing
     * @throws CoreError as {@link VaultLoader#peek}
     */
    public LoadedVault peek() {
        return loader.peek();
    }

    /**
     * @param replaces in place of whatever there was; else of nothing
     */
    public OpenKeys create(NewVault request, boolean replaces) {
        LoadedVault over = replaces ? replaceable() : null;
        Opened made =
                over == null
                        ? VaultWriter.create(ports, scope, request)
                        : VaultWriter.createOver(ports, over.stored(), request);
        return made.keys();
    }

    public Map<String, byte[]> values(Opened opened) {
        return EnvelopeOpener.openPayload(
                ports.aead(), opened.vault().envelope(), opened.keys().dek());
    }

    /**
     * @param changes values to set; {@code null} removes
     * @throws CoreError {@code CONFLICT}, {@code INVALID_ARGUMENT}, {@code LIMIT_EXCEEDED}
     */
    public LoadedVault write(Opened opened, Map<String, byte[]> changes, PolicyChanges policy) {
        Map<String, byte[]> values = ValueChanges.apply(values(opened), changes);
        return VaultWriter.writeValues(ports, opened, policy, values);
    }

    /**
     * @throws CoreError {@code USER_CANCELED}, {@code POLICY_NOT_MET}, {@code CONFLICT}
     */
    public OpenKeys rekey(Opened opened, RekeyRequest request) {
        Unlocked unlocked = new Unlocked(opened.vault(), opened.keys(), values(opened));
        return Rekey.run(ports, unlocked, request).keys();
    }

    /** Writes down that the system destroyed the key of this slot. */
    public void markSlotDead(LoadedVault vault, byte[] slotId) {
        Anchor anchor = vault.anchor();
        if (SlotIds.has(anchor.deadSlots(), slotId)) return;
        List<byte[]> dead = SlotIds.union(anchor.deadSlots(), Collections.singletonList(slotId));
        vault.write(ports, anchor.change().deadSlots(dead));
    }

    public void erase() {
        VaultEraser.erase(ports, scope);
    }

    /**
     * What a new vault continues: only what can be read, and has a generation left. What else there
     * is is erased first.
     */
    private LoadedVault replaceable() {
        try {
            LoadedVault vault = load();
            if (vault == null || vault.envelope().header().generation() != FormatLimits.GENERATION)
                return vault;
        } catch (CoreError refusal) {
            if (!refusal.code().isDamage()) throw refusal;
        }
        erase();
        return null;
    }
}
