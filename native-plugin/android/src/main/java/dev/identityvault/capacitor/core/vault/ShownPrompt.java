package dev.identityvault.capacitor.core.vault;

import dev.identityvault.capacitor.core.codec.Enrolment;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Slot;
import dev.identityvault.capacitor.core.codec.SlotHead;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.slots.AskedSecret;
import dev.identityvault.capacitor.core.slots.SlotContext;
import dev.identityvault.capacitor.core.slots.UnlockRequest;
import dev.identityvault.capacitor.core.state.StateEvent.PromptEnd;
import dev.identityvault.capacitor.core.store.LoadedVault;
import dev.identityvault.capacitor.core.store.SlotIds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One prompt, from its first question to its end. FORMAT.md §11.1, "By a prompt". */
final class ShownPrompt {
    /**
     * After these the person is asked in the vault's other way, where it has one: this one can't be
     * used now.
     */
    private static final Set<CoreErrorCode> FALLS_BACK =
            EnumSet.of(
                    CoreErrorCode.KEY_MISSING,
                    CoreErrorCode.LOCKED_OUT,
                    CoreErrorCode.POLICY_NOT_MET);

    /** After these the person may try again in the same prompt. */
    private static final Set<CoreErrorCode> RETRIABLE =
            EnumSet.of(
                    CoreErrorCode.AUTHENTICATION_FAILED,
                    CoreErrorCode.ATTEMPT_DELAYED,
                    CoreErrorCode.INVALID_PASSCODE);

    private final Prompts parts;
    private final Access access;
    private volatile Enrolment enrolment = Enrolment.REQUIRE_OTHER;

    ShownPrompt(Prompts parts, Access access) {
        this.parts = parts;
        this.access = access;
    }

    /** Never rejects. */
    Answer<PromptEnd> show(Kind only) {
        return parts.operations()
                .apart(access::require)
                .then(vault -> openOneOf(vault, only))
                .then(opened -> Answer.of(PromptEnd.ok()))
                .orElse(failure -> Answer.of(PromptEnd.failed(codeOf(failure), enrolment)));
    }

    private static CoreErrorCode codeOf(Throwable failure) {
        return failure instanceof CoreError refusal
                ? refusal.code()
                : CoreErrorCode.TEMPORARILY_UNAVAILABLE;
    }

    private Answer<Void> openOneOf(LoadedVault vault, Kind only) {
        enrolment = vault.envelope().header().policy().enrolment();
        List<Slot> wanted = new ArrayList<>();
        for (Slot slot : vault.envelope().header().slots())
            if (only == null || slot.head().kind() == only) wanted.add(slot);
        if (wanted.isEmpty())
            return refused(CoreErrorCode.SLOT_NOT_FOUND, "the vault has no slot of this kind");
        return openFirst(vault, alive(vault, wanted));
    }

    private static List<Slot> alive(LoadedVault vault, List<Slot> slots) {
        List<Slot> alive = new ArrayList<>();
        for (Slot slot : slots)
            if (!SlotIds.has(vault.anchor().deadSlots(), slot.head().slotId())) alive.add(slot);
        return alive;
    }

    private Answer<Void> openFirst(LoadedVault vault, List<Slot> slots) {
        if (slots.isEmpty()) {
            String detail = "the system destroyed every key of this vault";
            return refused(CoreErrorCode.KEY_INVALIDATED, detail);
        }
        SlotHead head = slots.get(0).head();
        List<Slot> others = slots.subList(1, slots.size());
        return openSlot(vault, head)
                .orElse(
                        failure ->
                                !others.isEmpty() && fallsBack(head, failure)
                                        ? openFirst(vault, others)
                                        : Answer.failed(failure));
    }

    private boolean fallsBack(SlotHead head, Throwable failure) {
        CoreErrorCode code = codeOf(failure);
        boolean isVague =
                code == CoreErrorCode.USER_CANCELED && parts.session().offersOtherOnCancel(head);
        return FALLS_BACK.contains(code) || isVague;
    }

    private Answer<Void> openSlot(LoadedVault vault, SlotHead head) {
        Kind kind = head.kind();
        if (kind == Kind.APP_PASSCODE) return enterPasscode();
        if (kind == Kind.DEVICE) return open(UnlockRequest.of(kind));
        return new Decapsulation(parts, new SlotContext(vault.envelope().header().vaultId(), head))
                .secret()
                .then(secret -> openWith(head, secret));
    }

    private Answer<Void> openWith(SlotHead head, byte[] secret) {
        UnlockRequest request = UnlockRequest.secret(new AskedSecret(head, secret));
        return parts.operations()
                .apart(
                        () -> {
                            access.openForPrompt(request);
                            return null;
                        },
                        () -> Arrays.fill(secret, (byte) 0));
    }

    private Answer<Void> open(UnlockRequest request) {
        return parts.operations()
                .apart(
                        () -> {
                            access.openForPrompt(request);
                            return null;
                        });
    }

    private Answer<Void> enterPasscode() {
        return parts.authenticator()
                .enterPasscode(this::tryPasscode)
                .then(
                        isOpen ->
                                isOpen
                                        ? Answer.of(null)
                                        : refused(
                                                CoreErrorCode.USER_CANCELED,
                                                "no passcode was entered"));
    }

    private Answer<CoreError> tryPasscode(char[] passcode) {
        return open(UnlockRequest.passcode(passcode))
                .then(opened -> wiped(passcode, Answer.<CoreError>of(null)))
                .orElse(failure -> wiped(passcode, complaint(failure)));
    }

    private static <T> Answer<T> wiped(char[] passcode, Answer<T> answer) {
        Arrays.fill(passcode, '\0');
        return answer;
    }

    private static Answer<CoreError> complaint(Throwable failure) {
        return failure instanceof CoreError refusal && RETRIABLE.contains(refusal.code())
                ? Answer.of(refusal)
                : Answer.failed(failure);
    }

    private static <T> Answer<T> refused(CoreErrorCode code, String detail) {
        return Answer.failed(new CoreError(code, detail));
    }
}
