package dev.identityvault.capacitor.core.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.identityvault.capacitor.core.support.Refusals;
import dev.identityvault.capacitor.core.support.world.VaultProcess;
import dev.identityvault.capacitor.core.support.world.Vaults;
import dev.identityvault.capacitor.core.support.world.World;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

/** A lease minds what it names, and nothing else. */
final class LeasesTest {
    private final World world = new World(1);
    private VaultProcess here;
    private VaultProcess elsewhere;

    private void leased(boolean joint) {
        VaultProcess.Options options = new VaultProcess.Options().joint(joint);
        here = new VaultProcess(world, options);
        here.create(Vaults.withPasscode("1234", "session", "1", "other", "x"));
        here.beginLease("session", "id");
        elsewhere = new VaultProcess(world, options);
        elsewhere.start();
        elsewhere.unlock("1234");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void otherKeysMayBeWrittenHereAndElsewhere(boolean joint) {
        leased(joint);
        here.write("other", "y");
        elsewhere.write("more", "z");
        here.core.lock();
        here.writeWithLease("session", "2");
        here.unlock("1234");
        assertEquals(Map.of("session", "2", "other", "y", "more", "z"), here.values());
    }

    @Test
    void aDeniedOneLeavesTheOneThatIsThere() throws Exception {
        leased(false);
        assertEquals("CONFLICT", Refusals.codeOf(() -> here.beginLease("other")));
        elsewhere.write("session", "9");
        here.core.lock();
        assertEquals("CONFLICT", Refusals.codeOf(() -> here.writeWithLease("session", "2")));
        assertEquals("9", elsewhere.values().get("session"));
    }

    @Test
    void theSameValueWrittenElsewhereIsNoChange() {
        leased(false);
        elsewhere.write("session", "1");
        here.core.lock();
        here.writeWithLease("session", "2");
        assertEquals("2", elsewhere.values().get("session"));
    }

    @ParameterizedTest
    @CsvSource({"session, 9", "session,", "id, 9"})
    void whatItNamesWasChangedElsewhere(String key, String value) throws Exception {
        leased(false);
        elsewhere.write(key, value);
        here.core.lock();
        assertEquals("CONFLICT", Refusals.codeOf(() -> here.writeWithLease("session", "2")));
        assertNotEquals("2", elsewhere.values().get("session"));
        assertEquals("LOCKED", Refusals.codeOf(() -> here.writeWithLease("session", "2")));
    }

    @Test
    void whereNothingLocksTheKeyMayBeMadeAgain() {
        here = new VaultProcess(world);
        here.create(Vaults.secureStorage("session", "1"));
        here.beginLease("session");
        here.core.lock();
        here.write("other", "x");
        here.writeWithLease("session", "2");
        assertEquals(Map.of("session", "2", "other", "x"), here.values());
    }

    @Test
    void aLockedVaultWithALeaseAnswersNothingElse() throws Exception {
        leased(false);
        here.core.lock();
        assertEquals("LOCKED", Refusals.codeOf(here::values));
        assertEquals("LOCKED", Refusals.codeOf(() -> here.write("session", "2")));
        assertEquals("LOCKED", Refusals.codeOf(() -> here.beginLease("session")));
        world.now.addAndGet(10_000);
        assertEquals("LOCKED", Refusals.codeOf(() -> here.writeWithLease("session", "2")));
    }

    @Test
    void onlyWhatItNamesAndOnlyOnce() throws Exception {
        leased(false);
        assertEquals("CONFLICT", Refusals.codeOf(() -> here.beginLease("session")));
        assertEquals("INVALID_ARGUMENT", Refusals.codeOf(() -> here.writeWithLease("other", "2")));
        here.beginLease("session");
        here.core.leases().end("l");
        assertEquals("LOCKED", Refusals.codeOf(() -> here.writeWithLease("session", "2")));
        here.core.lock();
        assertEquals("LOCKED", Refusals.codeOf(() -> here.beginLease("session")));
    }

    @Test
    void thereIsNoneInMemory() throws Exception {
        here = new VaultProcess(world);
        here.create(Vaults.inMemory("session", "1"));
        assertEquals("LOCKED", Refusals.codeOf(() -> here.beginLease("session")));
    }

    @Test
    void aLeaseThatWasVoidedLeavesNothingForTheNextVault() throws Exception {
        leased(false);
        here.create(Vaults.withPasscode("1234", "session", "1"));
        assertEquals("LOCKED", Refusals.codeOf(() -> here.writeWithLease("session", "2")));
        assertEquals(Map.of("session", "1"), here.values());
    }
}
