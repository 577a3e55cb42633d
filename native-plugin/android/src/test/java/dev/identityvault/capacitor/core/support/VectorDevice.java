package dev.identityvault.capacitor.core.support;

import dev.identityvault.capacitor.core.codec.EnvelopeParser;
import dev.identityvault.capacitor.core.codec.Kem;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.ports.SlotKem;
import dev.identityvault.capacitor.core.ports.SlotKems;
import dev.identityvault.capacitor.core.slots.StorageNames;
import dev.identityvault.capacitor.crypto.JcaAead;

import java.util.HashMap;
import java.util.Map;

/**
 * The device that a case of envelopes.json is opened on: its base's, with the changes of the case.
 */
public final class VectorDevice {
    public final byte[] scope;
    public final Kind kind;

    /** {@code null}: the case has no passcode slot. */
    public final String passcode;

    private final Map<String, byte[]> keys = new HashMap<>();
    private final Map<String, String> secrets = new HashMap<>();

    /**
     * @param base {@code null}: the case brings all it needs
     */
    public VectorDevice(VectorCase each, VectorCase base) {
        scope = of("scope", each, base).bytes("scope");
        kind = Kind.ofId((int) of("kind", each, base).number("kind"));
        passcode = of("passcode", each, base).text("passcode", null);
        if (base != null) addSlots(base);
        for (String name : each.texts("missingKeys")) keys.remove(name);
        each.table("keys").forEach((name, key) -> keys.put(name, Hex.bytes(key)));
        secrets.putAll(each.table("secrets"));
    }

    /** Whose field it is. */
    private static VectorCase of(String name, VectorCase each, VectorCase base) {
        return each.has(name) || base == null ? each : base;
    }

    /** With its keys. */
    public CorePorts ports() {
        TestDevice device = new TestDevice(0);
        device.keys.putAll(keys);
        Given kem = new Given(device.biometric);
        return device.ports(new SlotKems(kem, kem), new JcaAead(), new RememberingKdf());
    }

    private void addSlots(VectorCase from) {
        byte[] vaultId = EnvelopeParser.parse(from.bytes("hex")).header().vaultId();
        for (VectorCase slot : from.objects("slots")) {
            keys.put(StorageNames.prfKey(vaultId, slot.bytes("slotId")), slot.bytes("prfKey"));
            if (slot.has("secret")) secrets.put(slot.text("slotId"), slot.text("secret"));
        }
    }

    /** Gives the secret of a slot id, whatever its enc is. */
    private final class Given implements SlotKem {
        private final SlotKem other;

        Given(SlotKem other) {
            this.other = other;
        }

        @Override
        public Kem kem() {
            return other.kem();
        }

        @Override
        public boolean cancelOffersOther() {
            return false;
        }

        @Override
        public boolean canEncapsulate() {
            return false;
        }

        @Override
        public Answer<Encapsulated> create(String name, boolean survivesEnrolment) {
            throw new AssertionError("nothing is made");
        }

        @Override
        public Encapsulated encapsulate(String name) {
            throw new AssertionError("nothing is made");
        }

        @Override
        public Answer<byte[]> decapsulate(Input input) {
            String slotId = input.name().substring("idv1.".length() + 33, "idv1.".length() + 49);
            String secret = secrets.get(slotId);
            return secret == null
                    ? Answer.failed(new CoreError(CoreErrorCode.KEY_MISSING, "no such key"))
                    : Answer.of(Hex.bytes(secret));
        }

        @Override
        public void destroy(String name) {
            throw new AssertionError("nothing is destroyed");
        }
    }
}
