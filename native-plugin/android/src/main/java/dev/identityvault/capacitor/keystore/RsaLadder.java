package dev.identityvault.capacitor.keystore;

import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * What this device's key store can do, the best first: proved with a twin key that needs nobody, so
 * that no vault is made which can't be opened. FORMAT.md §18.2.
 */
public final class RsaLadder {
    private static final String TWIN = "idv1.twin";

    private record Rung(RsaScheme scheme, boolean inStrongBox) {}

    /**
     * Why a rung does not hold.
     *
     * @param mayBeOver the key store fails now, which says nothing of what it can do
     */
    private record Fault(CoreError error, boolean mayBeOver) {}

    private final RsaKeys keys;
    private final Deque<Rung> rungs = new ArrayDeque<>();
    private boolean isProved;
    private volatile boolean isExhausted;

    /**
     * @param hasStrongBox as the system says; whether it works shows when it is tried
     */
    public RsaLadder(RsaKeys keys, boolean hasStrongBox) {
        this.keys = keys;
        if (hasStrongBox) for (RsaScheme each : RsaScheme.values()) rungs.add(new Rung(each, true));
        for (RsaScheme each : RsaScheme.values()) rungs.add(new Rung(each, false));
    }

    /** Everything was tried, and nothing works. */
    public boolean isExhausted() {
        return isExhausted;
    }

    /**
     * A new pair on the highest rung that holds.
     *
     * @return how it encrypts
     * @throws CoreError {@code POLICY_NOT_MET}, {@code TEMPORARILY_UNAVAILABLE}
     */
    synchronized RsaScheme generate(String name, Guard guard) {
        while (true) {
            Rung rung = proved();
            try {
                keys.generate(name, new RsaKeys.Demand(rung.scheme(), rung.inStrongBox(), guard));
                return rung.scheme();
            } catch (CoreError refusal) {
                destroyQuietly(name);
                boolean isOfStrongBox =
                        rung.inStrongBox()
                                && refusal.code() == CoreErrorCode.TEMPORARILY_UNAVAILABLE;
                if (!isOfStrongBox) throw refusal;
                giveUp();
            }
        }
    }

    private Rung proved() {
        CoreError last = null;
        while (!rungs.isEmpty()) {
            Rung rung = rungs.peek();
            Fault fault = isProved ? null : faultOf(rung);
            isProved = fault == null;
            if (fault == null) return rung;
            last = fault.error();
            // StrongBox is dispensable; a weaker scheme only because the better one can't do it.
            if (fault.mayBeOver() && !rung.inStrongBox()) throw last;
            giveUp();
        }
        isExhausted = true;
        throw new CoreError(CoreErrorCode.POLICY_NOT_MET, "no key pair of this device works", last);
    }

    private void giveUp() {
        rungs.remove();
        isProved = false;
    }

    /** {@code null}: it holds. */
    private Fault faultOf(Rung rung) {
        RsaKeys.Demand demand = new RsaKeys.Demand(rung.scheme(), rung.inStrongBox(), Guard.NOBODY);
        try {
            keys.generate(TWIN, demand);
        } catch (CoreError refusal) {
            destroyQuietly(TWIN);
            return new Fault(refusal, refusal.code() == CoreErrorCode.TEMPORARILY_UNAVAILABLE);
        }
        try {
            return faultOfRoundTrip();
        } finally {
            destroyQuietly(TWIN);
        }
    }

    private Fault faultOfRoundTrip() {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) 7);
        try {
            byte[] opened = keys.decryptor(TWIN).doFinal(keys.encrypt(TWIN, secret));
            return Arrays.equals(opened, secret) ? null : noRoundTrip(null);
        } catch (Exception failure) {
            return KeystoreFailure.isOfStore(failure)
                    ? new Fault(KeystoreFailure.of(failure), true)
                    : noRoundTrip(failure);
        }
    }

    private static Fault noRoundTrip(Exception cause) {
        String detail = "what was encrypted does not decrypt";
        return new Fault(new CoreError(CoreErrorCode.POLICY_NOT_MET, detail, cause), false);
    }

    private void destroyQuietly(String name) {
        try {
            keys.destroy(name);
        } catch (CoreError later) {
            // It opens nothing, and a new one of its name takes its place.
        }
    }
}
