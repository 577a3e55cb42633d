package dev.identityvault.capacitor.vaults;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.identityvault.capacitor.bridge.support.TestPlatform;
import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.Enrolment;
import dev.identityvault.capacitor.core.codec.Mode;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.Map;

/** A passcode is overwritten, whatever becomes of the call: each array that a port saw. */
final class WipedPasscodeTest {
    private static final class Silent implements VaultListener {
        private final Answer<Void> unheard = new Answer<>();

        @Override
        public Answer<Void> onLock(boolean saved, boolean timeout) {
            return unheard;
        }

        @Override
        public Answer<Void> onUnlock() {
            return unheard;
        }

        @Override
        public Answer<Void> onIdle(long remaining) {
            return unheard;
        }

        @Override
        public Answer<Void> onActive() {
            return unheard;
        }

        @Override
        public Answer<Void> onConfig() {
            return unheard;
        }
    }

    private final TestPlatform platform = new TestPlatform();
    private final LocalVault vault = opened();
    private final char[] typed = "123456".toCharArray();

    private LocalVault opened() {
        Settings settings =
                new Settings(
                        Mode.SECURE_STORAGE,
                        null,
                        new Settings.Timeouts(0, 0),
                        false,
                        true,
                        5,
                        Enrolment.REQUIRE_OTHER,
                        PromptTexts.DEFAULT);
        LocalVaults vaults = new LocalVaults(platform);
        return vaults.named(vaults.open(new Descriptor("a", null), settings, name -> new Silent()));
    }

    private Answer<Void> replace(Mode mode, char[] passcode) {
        GivenPasscode given = passcode == null ? null : new GivenPasscode(passcode, true);
        return vault.replace(mode, Collections.singletonMap("a", Bytes.utf8("1")), given);
    }

    private Answer<Void> rekey(char[] passcode) {
        return vault.rekey(Mode.PASSCODE_ONLY, new GivenPasscode(passcode, true));
    }

    private void locked() {
        replace(Mode.PASSCODE_ONLY, "123456".toCharArray()).await();
        vault.lock();
    }

    private void refuse(String call) {
        platform.intercept =
                (each, name) -> {
                    if (!each.equals(call)) return true;
                    throw new CoreError(CoreErrorCode.TEMPORARILY_UNAVAILABLE, "refused");
                };
    }

    private static void assertFails(CoreErrorCode code, Answer<?> answer) {
        assertEquals(code, assertThrows(CoreError.class, answer::await).code());
    }

    /**
     * @param derivations of keys that this vault saw
     */
    private void assertWiped(int derivations, char[]... passcodes) {
        for (char[] each : passcodes) assertArrayEquals(new char[each.length], each);
        assertEquals(derivations, platform.derivedFrom.size());
        for (byte[] each : platform.derivedFrom) assertTrue(Bytes.isZero(each));
    }

    @Test
    void ofANewVault() {
        replace(Mode.PASSCODE_ONLY, typed).await();
        assertWiped(1, typed);
    }

    @Test
    void ofANewVaultThatIsNotMade() {
        refuse("kdf");
        assertFails(CoreErrorCode.TEMPORARILY_UNAVAILABLE, replace(Mode.PASSCODE_ONLY, typed));
        assertWiped(1, typed);
    }

    @Test
    void ofANewVaultThatNeedsNone() {
        replace(Mode.SECURE_STORAGE, typed).await();
        assertWiped(0, typed);
    }

    @Test
    void thatIsNotAllowed() {
        char[] few = "123".toCharArray();
        Answer<Void> refused = replace(Mode.PASSCODE_ONLY, few);
        assertThrows(VaultRefusal.class, refused::await);
        assertWiped(0, few);
    }

    @Test
    void ofAnotherPasscode() {
        replace(Mode.PASSCODE_ONLY, typed).await();
        char[] other = "654321".toCharArray();
        rekey(other).await();
        assertWiped(2, typed, other);
    }

    @Test
    void ofAnotherPasscodeThatIsNotTaken() {
        replace(Mode.PASSCODE_ONLY, typed).await();
        refuse("kdf");
        char[] other = "654321".toCharArray();
        assertFails(CoreErrorCode.TEMPORARILY_UNAVAILABLE, rekey(other));
        platform.intercept = (call, name) -> true;
        vault.lock();
        char[] late = "111222".toCharArray();
        assertFails(CoreErrorCode.LOCKED, rekey(late));
        assertWiped(2, typed, other, late);
    }

    @Test
    void thatIsAskedForWhereThereAreNoBiometricKeys() {
        platform.failsAtFirstBiometricKey = true;
        platform.entry = "123456";
        replace(Mode.BIOMETRIC_OR_PASSCODE, null).await();
        assertEquals(1, platform.entered.size());
        assertWiped(1, platform.entered.get(0));
    }

    @Test
    void thatIsAskedForInVain() {
        platform.failsAtFirstBiometricKey = true;
        platform.entry = "123456";
        refuse("kdf");
        assertFails(
                CoreErrorCode.TEMPORARILY_UNAVAILABLE, replace(Mode.BIOMETRIC_OR_PASSCODE, null));
        assertEquals(1, platform.entered.size());
        assertWiped(1, platform.entered.get(0));
    }

    @Test
    void thatOpensIt() {
        locked();
        vault.unlockWithPasscode(typed).await();
        assertEquals(Map.of("a", "1").keySet(), vault.values().await().keySet());
        assertWiped(2, typed);
    }

    @Test
    void thatIsWrong() {
        locked();
        char[] wrong = "000000".toCharArray();
        assertFails(CoreErrorCode.AUTHENTICATION_FAILED, vault.unlockWithPasscode(wrong));
        assertWiped(2, wrong);
    }

    @Test
    void thatNothingIsLockedBy() {
        vault.unlockWithPasscode(typed).await();
        assertWiped(0, typed);
    }

    @Test
    void thatIsNotTriedWhereStorageCannotBeRead() {
        locked();
        refuse("anchors.read");
        assertFails(CoreErrorCode.TEMPORARILY_UNAVAILABLE, vault.unlockWithPasscode(typed));
        assertWiped(1, typed);
    }

    @Test
    void thatThePromptTried() {
        locked();
        platform.entry = "123456";
        vault.unlock(null).await();
        assertEquals(1, platform.entered.size());
        assertWiped(2, platform.entered.get(0));
    }
}
