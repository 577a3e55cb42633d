package dev.identityvault.capacitor.vaults;

import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.codec.Mode;
import dev.identityvault.capacitor.core.codec.VaultPolicy;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.slots.RekeyRequest;
import dev.identityvault.capacitor.core.slots.SlotRequest;
import dev.identityvault.capacitor.core.state.Phase;
import dev.identityvault.capacitor.core.store.NewVault;
import dev.identityvault.capacitor.core.vault.CoreVault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which keys a vault gets on this device; makes them. */
final class KeyMaker {
    /**
     * What is to be made.
     *
     * @param passcode the new one, as typed, which is wiped; {@code null}: none is given
     */
    record Order(VaultPolicy policy, char[] passcode) {}

    /** Makes the slots of what is asked for. */
    private interface Making {
        Answer<Void> with(List<Kind> kinds, char[] passcode);
    }

    private final Platform platform;
    private final CoreVault core;

    KeyMaker(Platform platform, CoreVault core) {
        this.platform = platform;
        this.core = core;
    }

    /**
     * @throws VaultRefusal {@code PolicyNotMet}: the mode has no way to unlock here
     */
    List<Kind> slotsFor(Mode mode) {
        Biometrics biometrics = platform.biometrics();
        return new SlotsOfMode(biometrics.isAvailable(), biometrics.hasDeviceCredentialKeys())
                .of(mode);
    }

    /** None where the mode has no way to unlock here: it is refused when it is used. */
    List<Kind> possibleSlots(Mode mode) {
        try {
            return slotsFor(mode);
        } catch (VaultRefusal refusal) {
            if (refusal.code() == VaultErrorCode.POLICY_NOT_MET) return Collections.emptyList();
            throw refusal;
        }
    }

    /** Shows the built-in prompt for a new passcode; {@code null}: the user cancelled. */
    Answer<char[]> choosePasscode() {
        return core.asking(() -> platform.prompt().choose(NewPasscode::faultOf));
    }

    /**
     * A new vault.
     *
     * @param replaces whether it may take the place of one that is there
     */
    Answer<Void> makeVault(Order order, Map<String, byte[]> values, boolean replaces) {
        return make(
                order,
                (kinds, passcode) ->
                        withRequests(
                                kinds,
                                passcode,
                                slots ->
                                        core.create(
                                                new NewVault(order.policy(), slots, values),
                                                replaces)));
    }

    /**
     * Other keys for the vault that is stored.
     *
     * @param present the kinds of slots it has
     */
    Answer<Void> remakeKeys(Order order, List<Kind> present) {
        return make(
                order,
                (kinds, passcode) -> {
                    Set<Kind> keep = EnumSet.noneOf(Kind.class);
                    List<Kind> create = new ArrayList<>();
                    for (Kind kind : kinds) {
                        boolean isOther = kind == Kind.APP_PASSCODE && passcode != null;
                        if (present.contains(kind) && !isOther) keep.add(kind);
                        else create.add(kind);
                    }
                    return withRequests(
                            create,
                            passcode,
                            slots ->
                                    lookUp().then(
                                                    known ->
                                                            core.rekey(
                                                                    new RekeyRequest(
                                                                            order.policy(),
                                                                            keep,
                                                                            slots))));
                });
    }

    /** What this process does not know of may have been stored by an earlier one, or another. */
    Answer<Void> lookUp() {
        if (core.state().phase() != Phase.ABSENT) return Answer.of(null);
        return core.start().then(found -> Answer.of(null));
    }

    /**
     * Once more, where only trying told that there are no biometric keys, and there is another way.
     */
    private Answer<Void> make(Order order, Making making) {
        List<Kind> kinds = slotsFor(order.policy().mode());
        return Answer.<Void>of(null)
                .then(nothing -> making.with(kinds, order.passcode()))
                .orElse(failure -> makeOthers(order, making, kinds, failure));
    }

    private Answer<Void> makeOthers(
            Order order, Making making, List<Kind> kinds, Throwable failure) {
        boolean mayBeOthers =
                failure instanceof CoreError refusal
                        && refusal.code() == CoreErrorCode.POLICY_NOT_MET
                        && kinds.contains(Kind.BIOMETRIC);
        if (!mayBeOthers) return Answer.failed(failure);
        List<Kind> others = slotsFor(order.policy().mode());
        if (others.contains(Kind.BIOMETRIC)) return Answer.failed(failure);
        if (order.passcode() != null || !others.contains(Kind.APP_PASSCODE))
            return making.with(others, order.passcode());
        return choosePasscode()
                .then(
                        chosen ->
                                Answer.<Void>of(null)
                                        .then(nothing -> making.with(others, chosen))
                                        .then(made -> wiped(chosen, Answer.of(null)))
                                        .orElse(refused -> wiped(chosen, Answer.failed(refused))));
    }

    private interface WithRequests {
        Answer<Void> make(List<SlotRequest> slots);
    }

    /**
     * @throws VaultRefusal {@code MissingPasscode}, {@code PolicyNotMet}
     */
    private Answer<Void> withRequests(List<Kind> kinds, char[] passcode, WithRequests then) {
        List<SlotRequest> requests = new ArrayList<>();
        for (Kind kind : kinds) requests.add(request(kind, passcode));
        return Answer.<Void>of(null)
                .then(nothing -> then.make(requests))
                .then(made -> erased(requests, Answer.<Void>of(null)))
                .orElse(failure -> erased(requests, Answer.failed(failure)));
    }

    private static SlotRequest request(Kind kind, char[] passcode) {
        if (kind != Kind.APP_PASSCODE) return SlotRequest.of(kind);
        if (passcode == null) throw VaultRefusal.missingPasscode();
        return SlotRequest.passcode(NewPasscode.bytesOf(passcode));
    }

    private static <T> Answer<T> erased(List<SlotRequest> requests, Answer<T> answer) {
        for (SlotRequest request : requests)
            if (request.passcode() != null) Arrays.fill(request.passcode(), (byte) 0);
        return answer;
    }

    private static Answer<Void> wiped(char[] passcode, Answer<Void> answer) {
        if (passcode != null) Arrays.fill(passcode, '\0');
        return answer;
    }
}
