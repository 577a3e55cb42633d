package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.Enrolment;
import dev.identityvault.capacitor.core.codec.FormatLimits;
import dev.identityvault.capacitor.core.codec.KdfId;
import dev.identityvault.capacitor.core.codec.Kem;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Prf;
import dev.identityvault.capacitor.core.codec.Slot;
import dev.identityvault.capacitor.core.codec.SlotHead;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.ports.Kek;
import dev.identityvault.capacitor.core.ports.SlotKem;
import dev.identityvault.capacitor.core.store.SlotKeys;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Makes slots under new device keys. FORMAT.md §12. */
public final class SlotMaker {
    private final CorePorts ports;
    private final SlotTarget target;

    public SlotMaker(CorePorts ports, SlotTarget target) {
        this.ports = ports;
        this.target = target;
    }

    /**
     * Makes all or none.
     *
     * @throws CoreError {@code POLICY_NOT_MET}, {@code USER_CANCELED}; then no keys are left behind
     */
    public List<MadeSlot> createAll(List<SlotRequest> requests) {
        List<MadeSlot> made = new ArrayList<>();
        try {
            for (SlotRequest request : requests) made.add(create(request));
            return made;
        } catch (RuntimeException refusal) {
            destroy(ports, target.binding().vaultId(), made);
            throw refusal;
        }
    }

    /** Takes back what was made. */
    public static void destroy(CorePorts ports, byte[] vaultId, List<MadeSlot> made) {
        List<byte[]> slotIds = new ArrayList<>();
        for (MadeSlot each : made) slotIds.add(each.slot().head().slotId());
        SlotKeys.destroy(ports, vaultId, slotIds);
    }

    private MadeSlot create(SlotRequest request) {
        if (request.kind() == Kind.APP_PASSCODE) AttemptRules.assertKeptApart(ports);
        byte[] vaultId = target.binding().vaultId();
        byte[] slotId = ports.random().bytes(8);
        try {
            ports.deviceFunction().create(StorageNames.prfKey(vaultId, slotId));
            return wrapped(newSecret(slotId, request));
        } catch (RuntimeException refusal) {
            SlotKeys.destroy(ports, vaultId, Collections.singletonList(slotId));
            throw refusal;
        }
    }

    private MadeSlot wrapped(NewSecret made) {
        SlotContext context = new SlotContext(target.binding().vaultId(), made.head);
        Kek kek = SlotKey.derive(ports, context, made.secret);
        Slot slot =
                EnvelopeSealer.wrapSlot(
                        ports, target.binding(), new Rewrap(made.head, kek), target.dek());
        return new MadeSlot(slot, kek);
    }

    private record NewSecret(SlotHead head, byte[] secret) {}

    private NewSecret newSecret(byte[] slotId, SlotRequest request) {
        return switch (request.kind()) {
            case DEVICE -> new NewSecret(unused(slotId, request.kind()), new byte[32]);
            case APP_PASSCODE -> derived(slotId, request);
            case BIOMETRIC, DEVICE_CREDENTIAL -> encapsulated(slotId, request.kind());
        };
    }

    private SlotHead unused(byte[] slotId, Kind kind) {
        byte[] none = new byte[0];
        return new SlotHead(
                kind, Kem.NONE, ports.deviceFunction().prf(), slotId, KdfId.NONE, 0, none, none);
    }

    private NewSecret derived(byte[] slotId, SlotRequest request) {
        byte[] salt = ports.random().bytes(FormatLimits.SALT);
        byte[] secret = ports.kdf().derive(request.passcode(), salt, request.iterations());
        Prf prf = ports.deviceFunction().prf();
        int iterations = request.iterations();
        SlotHead head =
                new SlotHead(
                        request.kind(),
                        Kem.NONE,
                        prf,
                        slotId,
                        KdfId.PBKDF2,
                        iterations,
                        salt,
                        new byte[0]);
        return new NewSecret(head, secret);
    }

    private NewSecret encapsulated(byte[] slotId, Kind kind) {
        SlotKem kem = SlotSecret.kemOf(ports.kems(), kind);
        String name = StorageNames.kemKey(target.binding().vaultId(), slotId);
        boolean survivesEnrolment = target.enrolment() == Enrolment.IGNORE;
        SlotKem.Encapsulated made = kem.create(name, survivesEnrolment).await();
        Prf prf = ports.deviceFunction().prf();
        SlotHead head =
                new SlotHead(kind, kem.kem(), prf, slotId, KdfId.NONE, 0, made.salt(), made.enc());
        return new NewSecret(head, made.secret());
    }
}
