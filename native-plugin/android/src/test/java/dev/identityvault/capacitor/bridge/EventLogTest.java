package dev.identityvault.capacitor.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.identityvault.capacitor.bridge.support.Crowd;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.vaults.VaultListener;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class EventLogTest {
    private final EventLog log = new EventLog();
    private final VaultListener vault = log.listenerOf("v");

    private static final class Heard<T> implements Answer.Listener<T> {
        T value;
        Throwable failure;

        @Override
        public void onValue(T given) {
            value = given;
        }

        @Override
        public void onFailure(Throwable given) {
            failure = given;
        }
    }

    private static <T> Heard<T> heard(Answer<T> answer) {
        Heard<T> heard = new Heard<>();
        answer.whenSettled(heard);
        return heard;
    }

    @Test
    void numbersOverAllVaultsWithoutAGap() {
        vault.onUnlock();
        log.listenerOf("w").onLock(false, true);
        vault.onConfig();
        assertEquals(
                List.of(
                        new VaultEvent(1, "v", "unlocked", null, null),
                        new VaultEvent(2, "w", "locked", false, true),
                        new VaultEvent(3, "v", "configured", null, null)),
                log.after(0).await());
        assertEquals(1, log.after(2).await().size());
        assertEquals(3, log.last());
    }

    @Test
    void answersWhoWaitsOnlyWithWhatIsLater() {
        Heard<List<VaultEvent>> now = heard(log.after(0));
        Heard<List<VaultEvent>> later = heard(log.after(1));
        vault.onUnlock();
        assertEquals(1, now.value.get(0).number());
        assertEquals(null, later.value);
        vault.onConfig();
        assertEquals(2, later.value.get(0).number());
        assertEquals(1, now.value.size());
    }

    @Test
    void rejectsTheOldestOfNineWhoWait() {
        List<Heard<List<VaultEvent>>> waiting = new ArrayList<>();
        for (int each = 0; each < 9; each++) waiting.add(heard(log.after(0)));
        assertEquals("BridgeRefusal", waiting.get(0).failure.getClass().getSimpleName());
        assertEquals("Conflict", ((BridgeRefusal) waiting.get(0).failure).code());
        vault.onUnlock();
        for (Heard<List<VaultEvent>> each : waiting.subList(1, 9))
            assertEquals(1, each.value.size());
    }

    @Test
    void keepsTheLast256AndGives64AtOnce() {
        for (int each = 0; each < 300; each++) vault.onConfig();
        List<VaultEvent> first = log.after(0).await();
        assertEquals(64, first.size());
        assertEquals(45, first.get(0).number());
        assertEquals(300, log.after(299).await().get(0).number());
    }

    /** Half of the threads tell, and half hear: nobody waits for what was told. */
    @Test
    void countsAndTellsWhoeverAsks() throws Exception {
        int told = 4 * 5000;
        Crowd.of(8)
                .run(
                        number -> {
                            if (number < 4)
                                for (int each = 0; each < 5000; each++) vault.onConfig();
                            else hearUntil(told);
                        });
        assertEquals(told, log.last());
        for (int number = told - 255; number <= told; number++)
            assertEquals(number, log.after(number - 1).await().get(0).number());
    }

    private void hearUntil(int last) {
        long heard = 0;
        while (heard < last) {
            for (VaultEvent event : log.after(heard).await()) {
                assertTrue(event.number() > heard);
                heard = event.number();
            }
        }
    }

    @Test
    void acknowledgesWhatIsMeant() {
        assertFalse(isAcknowledged(vault.onLock(true, false), 99));
        assertFalse(isAcknowledged(vault.onConfig(), 1));
        assertTrue(isAcknowledged(vault.onLock(true, false), 3));
        assertFalse(isAcknowledged(vault.onConfig(), 3));
    }

    private boolean isAcknowledged(Answer<Void> reaction, long number) {
        List<String> told = new ArrayList<>();
        reaction.whenSettled(
                new Answer.Listener<>() {
                    @Override
                    public void onValue(Void nothing) {
                        told.add("acknowledged");
                    }

                    @Override
                    public void onFailure(Throwable failure) {
                        told.add("failed");
                    }
                });
        log.acknowledge(number);
        return told.equals(List.of("acknowledged"));
    }
}
