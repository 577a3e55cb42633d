package dev.identityvault.phone.device;

import java.security.KeyStoreException;
import java.security.ProviderException;
import java.security.UnrecoverableKeyException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** What the key store throws next, by what it is asked for. */
public final class KeystoreFailures {
    private final Map<String, Deque<String>> planned = new HashMap<>();

    /**
     * @param operation {@code getKey}, {@code generate}, {@code use}, {@code delete} or {@code aliases}
     * @param times 0: from now on, always
     */
    public void plan(String operation, String exception, int times) {
        Deque<String> queue = planned.computeIfAbsent(operation, key -> new ArrayDeque<>());
        queue.clear();
        for (int time = 0; time < Math.max(1, times); time += 1) queue.add(exception);
        if (times == 0) queue.add("always");
    }

    public void clear() {
        planned.clear();
    }

    /** Throws what was planned, whatever it is. */
    public void mayFail(String operation) {
        Deque<String> queue = planned.get(operation);
        if (queue == null || queue.isEmpty()) return;
        boolean isForEver = "always".equals(queue.peekLast());
        String name = isForEver ? queue.peekFirst() : queue.pollFirst();
        throw KeystoreFailures.<RuntimeException>thrown(exception(name));
    }

    private static Exception exception(String name) {
        return switch (name) {
            case "ProviderException" -> new ProviderException("Keystore operation failed");
            case "KeyStoreException" -> new KeyStoreException("no contact to the key store");
            case "UnrecoverableKeyException" -> new UnrecoverableKeyException("Failed to obtain information about key");
            case "IllegalStateException" -> new IllegalStateException("a fault of this phone");
            case "NullPointerException" -> new NullPointerException("a fault of this phone");
            default -> throw new IllegalArgumentException("no such exception: " + name);
        };
    }

    /** A checked exception through a method that declares none, as providers' faults come. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E thrown(Throwable exception) throws E {
        throw (E) exception;
    }
}
