package dev.identityvault.phone.device;

import android.security.keystore.KeyPermanentlyInvalidatedException;
import android.security.keystore.StrongBoxUnavailableException;
import android.security.keystore.UserNotAuthenticatedException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyStoreException;
import java.security.ProviderException;
import java.security.UnrecoverableKeyException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.BadPaddingException;

/** What the key store throws next, by what it is asked for; and where the process is ended, or the storage full. */
public final class KeystoreFailures {
    private static final String GOES_WELL = "";

    /** Ended in the midst of it: the thread never goes on. */
    private static final String KILL = "kill";

    /** From here on the storage is full. */
    private static final String FULL = "full";

    private final Map<String, Deque<String>> planned = new ConcurrentHashMap<>();
    private volatile boolean isStopped;

    /**
     * @param operation {@code getKey}, {@code generate}, {@code strongBox}, {@code use} (HMAC), {@code begin} and
     *     {@code decrypt} (RSA), {@code delete} or {@code aliases}; {@code files}: any step of the app's files
     * @param after so many go well before
     * @param times 0: from now on, always
     */
    public synchronized void plan(String operation, String exception, int after, int times) {
        Deque<String> queue = new ArrayDeque<>();
        planned.put(operation, queue);
        for (int time = 0; time < after; time += 1) queue.add(GOES_WELL);
        for (int time = 0; time < Math.max(1, times); time += 1) queue.add(exception);
        if (times == 0) queue.add("always");
    }

    public void clear() {
        planned.clear();
        isStopped = false;
    }

    /** Throws what was planned, whatever it is. */
    public void mayFail(String operation) {
        String name = next(operation);
        if (name.equals(GOES_WELL)) return;
        if (name.equals(KILL)) stopHere();
        if (name.equals(FULL)) {
            DeviceEvents.happen("fillStorage", FakeDevice.current());
            return;
        }
        throw KeystoreFailures.<RuntimeException>thrown(exception(name));
    }

    private synchronized String next(String operation) {
        Deque<String> queue = planned.get(operation);
        if (queue == null || queue.isEmpty()) return GOES_WELL;
        boolean isForEver = "always".equals(queue.peekLast()) && !queue.peekFirst().equals(GOES_WELL);
        return isForEver ? queue.peekFirst() : queue.pollFirst();
    }

    /** Whether the process was ended where that was planned. */
    public boolean isStopped() {
        return isStopped;
    }

    private void stopHere() {
        isStopped = true;
        while (true) LockSupport.park();
    }

    private static Exception exception(String name) {
        return switch (name) {
            case "KeyPermanentlyInvalidatedException" -> new KeyPermanentlyInvalidatedException("Key permanently invalidated");
            case "UserNotAuthenticatedException" -> new UserNotAuthenticatedException("User not authenticated");
            case "StrongBoxUnavailableException" -> new StrongBoxUnavailableException("Failed to generate key");
            case "InvalidAlgorithmParameterException" -> new InvalidAlgorithmParameterException("a demand that can't be met");
            case "BadPaddingException" -> new BadPaddingException("not what was encrypted");
            case "IllegalBlockSizeException" -> SystemErrors.blockSize(-1000, "Unknown error");
            case "ProviderException" -> new ProviderException("Keystore operation failed");
            case "KeyStoreException" -> new KeyStoreException("no contact to the key store");
            case "UnrecoverableKeyException" -> new UnrecoverableKeyException("Failed to obtain information about key");
            case "IllegalStateException" -> new IllegalStateException("a fault of this phone");
            case "NullPointerException" -> new NullPointerException("a fault of this phone");
            case "SecurityException" -> new SecurityException("a fault of this phone");
            case "RuntimeException" -> new RuntimeException("a fault of this phone");
            default -> throw new IllegalArgumentException("no such exception: " + name);
        };
    }

    /** A checked exception through a method that declares none, as providers' faults come. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E thrown(Throwable exception) throws E {
        throw (E) exception;
    }
}
