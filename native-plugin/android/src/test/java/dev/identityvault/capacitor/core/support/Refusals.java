package dev.identityvault.capacitor.core.support;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.identityvault.capacitor.core.ports.CoreError;

import org.junit.jupiter.api.function.Executable;

/** What the core refuses with. */
public final class Refusals {
    private Refusals() {}

    /** The code, or {@code null} where nothing is refused; what is no refusal is passed on. */
    public static String codeOf(Executable task) throws Exception {
        try {
            task.execute();
            return null;
        } catch (CoreError refusal) {
            return refusal.code().name();
        } catch (Exception | Error other) {
            throw other;
        } catch (Throwable other) {
            throw new AssertionError(other);
        }
    }

    public static CoreError refusalOf(Executable task) {
        return assertThrows(CoreError.class, task);
    }
}
