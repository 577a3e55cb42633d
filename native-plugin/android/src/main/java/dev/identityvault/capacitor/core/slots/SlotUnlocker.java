package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Envelope;
import dev.identityvault.capacitor.core.codec.EnvelopeEncoder;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Slot;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.store.LoadedVault;
import dev.identityvault.capacitor.core.store.SlotIds;
import dev.identityvault.capacitor.core.store.StoredAnchor;

/** Opens a vault by one of its slots. FORMAT.md §11.1. */
public final class SlotUnlocker {
    private final CorePorts ports;

    public SlotUnlocker(CorePorts ports) {
        this.ports = ports;
    }

    /**
     * @throws CoreError in the order of FORMAT.md §11.1
     */
    public SlotUnlock unlock(LoadedVault vault, UnlockRequest request) {
        return finish(begin(vault, request));
    }

    /**
     * Steps 2 and 3.
     *
     * @throws CoreError in that order; {@code CONFLICT}: nothing was spent, start over
     */
    public BegunUnlock begin(LoadedVault vault, UnlockRequest request) {
        Slot slot = EnvelopeOpener.findSlot(vault.envelope(), request.kind());
        if (SlotIds.has(vault.anchor().deadSlots(), slot.head().slotId())) {
            throw new CoreError(
                    CoreErrorCode.KEY_INVALIDATED, "the system destroyed the key of this slot");
        }
        boolean counts = request.kind() == Kind.APP_PASSCODE;
        return new BegunUnlock(
                vault,
                slot,
                request.secret(),
                counts ? beginAttempt(vault, slot, request.passcode()) : null);
    }

    /**
     * Steps 4 to 7.
     *
     * @throws CoreError in that order
     */
    public SlotUnlock finish(BegunUnlock begun) {
        OpenedSlot opened = begun.attempt() == null ? openAsked(begun) : tryPasscode(begun);
        LoadedVault after =
                begun.attempt() == null
                        ? begun.vault()
                        : Attempts.pass(ports, begun.attempt().spent());
        return new SlotUnlock(
                after,
                opened,
                EnvelopeOpener.openPayload(ports.aead(), after.envelope(), opened.dek()));
    }

    private BegunUnlock.Attempt beginAttempt(LoadedVault vault, Slot slot, char[] typed) {
        AttemptRules.assertKeptApart(ports);
        return spend(vault, slot, Passcode.normalise(typed == null ? new char[0] : typed));
    }

    /**
     * @param passcode normalised; wiped where the attempt is refused, else by who tries it
     */
    BegunUnlock.Attempt spend(LoadedVault vault, Slot slot, byte[] passcode) {
        try {
            SlotContext context = contextOf(vault, slot);
            if (!ports.deviceFunction().exists(context.prfKey())) {
                throw new CoreError(CoreErrorCode.KEY_MISSING, "the key of this slot is gone");
            }
            return new BegunUnlock.Attempt(passcode, Attempts.spend(ports, vault));
        } catch (RuntimeException | Error refusal) {
            Bytes.erase(passcode);
            throw refusal;
        }
    }

    private OpenedSlot openAsked(BegunUnlock begun) {
        Credential credential = credentialOf(begun);
        Envelope envelope = begun.vault().envelope();
        SlotContext context = contextOf(begun.vault(), begun.slot());
        return JudgingKey.judge(
                ports.deviceFunction(),
                context,
                () -> EnvelopeOpener.openSlot(ports, envelope, begun.slot(), credential));
    }

    /**
     * @throws CoreError {@code CONFLICT}: the slot was made anew while the person was asked
     */
    private static Credential credentialOf(BegunUnlock begun) {
        AskedSecret secret = begun.secret();
        if (secret == null) return Credential.NONE;
        byte[] asked = EnvelopeEncoder.encodeSlotHead(secret.of());
        if (!Bytes.isEqual(EnvelopeEncoder.encodeSlotHead(begun.slot().head()), asked))
            throw StoredAnchor.conflict();
        return Credential.secret(secret.bytes());
    }

    private OpenedSlot tryPasscode(BegunUnlock begun) {
        byte[] passcode = begun.attempt().passcode();
        try {
            Envelope envelope = begun.vault().envelope();
            return EnvelopeOpener.openSlot(
                    ports, envelope, begun.slot(), Credential.passcode(passcode));
        } catch (CoreError refusal) {
            LoadedVault spent = begun.attempt().spent();
            if (refusal.code() == CoreErrorCode.AUTHENTICATION_FAILED) Attempts.fail(ports, spent);
            else if (isWithoutResult(refusal.code())) Attempts.refund(ports, spent, begun.vault());
            throw refusal;
        } finally {
            Bytes.erase(passcode);
        }
    }

    /** Only where it is certain that no guess was tested; anything unforeseen stays counted. */
    private static boolean isWithoutResult(CoreErrorCode code) {
        return switch (code) {
            case TEMPORARILY_UNAVAILABLE, KEY_MISSING, DEVICE_FUNCTION_FAILED -> true;
            default -> false;
        };
    }

    private static SlotContext contextOf(LoadedVault vault, Slot slot) {
        return new SlotContext(vault.envelope().header().vaultId(), slot.head());
    }
}
