package dev.identityvault.capacitor.bridge;

import dev.identityvault.capacitor.core.ports.Random;
import dev.identityvault.capacitor.vaults.GivenPasscode;
import dev.identityvault.capacitor.vaults.Timer;
import dev.identityvault.capacitor.vaults.VaultRefusal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Passcodes of the built-in prompt, which JavaScript knows only by a reference. BRIDGE.md §4.3. */
final class ChosenPasscodes {
    private static final int MOST = 4;

    /** Milliseconds. */
    private static final long KEPT_FOR = 10 * 60 * 1000L;

    private static final int REFERENCE_LEAST = 22;
    private static final int REFERENCE_MOST = 64;

    private record Chosen(String vault, char[] passcode, Runnable cancelDrop) {
        void drop() {
            cancelDrop.run();
            Arrays.fill(passcode, '\0');
        }
    }

    private final Random random;
    private final Timer timer;
    private final Map<String, Chosen> chosen = new LinkedHashMap<>();

    ChosenPasscodes(Random random, Timer timer) {
        this.random = random;
        this.timer = timer;
    }

    /**
     * @param passcode kept, and wiped when it is used or dropped
     * @return the reference, for one use with this vault
     */
    synchronized String keep(String vault, char[] passcode) {
        String reference = Base64Url.of(random.bytes(16));
        Runnable cancelDrop = timer.after(KEPT_FOR, () -> drop(reference));
        chosen.put(reference, new Chosen(vault, passcode, cancelDrop));
        if (chosen.size() > MOST) drop(chosen.keySet().iterator().next());
        return reference;
    }

    /**
     * What the message says, or stands for; taken out, whatever becomes of it.
     *
     * @throws VaultRefusal {@code MissingPasscode}
     */
    GivenPasscode take(String vault, Message message) {
        if (message.has("text")) return new GivenPasscode(text(message), true);
        return new GivenPasscode(takeChosen(vault, reference(message)), false);
    }

    /**
     * What the message says: one that is tried can't be meant by a reference.
     *
     * @throws VaultRefusal {@code MissingPasscode}
     */
    static char[] typed(Message message) {
        if (message.has("text")) return text(message);
        reference(message);
        throw VaultRefusal.missingPasscode();
    }

    private static char[] text(Message message) {
        return message.name("text").toCharArray();
    }

    private static String reference(Message message) {
        String reference = message.text("chosen", REFERENCE_MOST);
        if (reference.length() < REFERENCE_LEAST) throw BridgeRefusal.arguments();
        return reference;
    }

    private synchronized char[] takeChosen(String vault, String reference) {
        Chosen kept = chosen.remove(reference);
        if (kept == null) throw VaultRefusal.missingPasscode();
        if (!kept.vault().equals(vault)) {
            kept.drop();
            throw VaultRefusal.missingPasscode();
        }
        kept.cancelDrop().run();
        return kept.passcode();
    }

    private synchronized void drop(String reference) {
        Chosen kept = chosen.remove(reference);
        if (kept != null) kept.drop();
    }
}
