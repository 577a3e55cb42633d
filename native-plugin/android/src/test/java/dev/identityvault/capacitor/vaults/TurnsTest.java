package dev.identityvault.capacitor.vaults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.identityvault.capacitor.bridge.support.Crowd;
import dev.identityvault.capacitor.core.ports.Answer;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class TurnsTest {
    private final Turns turns = new Turns();
    private final List<String> begun = new ArrayList<>();

    private Answer<String> turn(String name, Answer<String> outcome) {
        return turns.run(
                () -> {
                    begun.add(name);
                    return outcome;
                });
    }

    private Answer<String> behind(String name, Answer<String> outcome) {
        return turns.runBehind(
                () -> {
                    begun.add(name);
                    return outcome;
                });
    }

    @Test
    void beginsTheNextWhenTheOneBeforeHasSettled() {
        Answer<String> first = new Answer<>();
        turn("first", first);
        Answer<String> second = turn("second", Answer.of("2"));
        assertEquals(List.of("first"), begun);
        first.resolve("1");
        assertEquals(List.of("first", "second"), begun);
        assertEquals("2", second.await());
    }

    @Test
    void goesOnAfterAFailure() {
        Answer<String> failed = turn("failed", Answer.failed(new IllegalStateException("x")));
        assertThrows(IllegalStateException.class, failed::await);
        Answer<String> thrown =
                turns.run(
                        () -> {
                            throw new IllegalArgumentException("x");
                        });
        assertThrows(IllegalArgumentException.class, thrown::await);
        assertEquals("3", turn("third", Answer.of("3")).await());
    }

    /** What is not guarded by itself is only used in a turn. */
    @Test
    void givesOneTurnAtATimeWhoeverAsks() throws Exception {
        int[] counts = {0, 0};
        Crowd.of(8)
                .run(
                        number -> {
                            for (int each = 0; each < 500; each++) {
                                turns.run(() -> counted(counts)).await();
                                turns.runBehind(() -> Answer.of("read")).await();
                            }
                        });
        assertEquals(8 * 500, counts[0]);
        assertEquals(0, counts[1]);
    }

    private static Answer<Void> counted(int[] counts) {
        counts[1] += 1;
        if (counts[1] != 1) throw new IllegalStateException("two turns at a time");
        counts[0] += 1;
        counts[1] -= 1;
        return Answer.of(null);
    }

    @Test
    void waitsBehindThoseBeforeAndLetsNobodyWait() {
        Answer<String> first = new Answer<>();
        turn("first", first);
        Answer<String> reading = new Answer<>();
        Answer<String> one = behind("one", reading);
        Answer<String> two = behind("two", Answer.failed(new IllegalStateException("x")));
        Answer<String> second = turn("second", Answer.of("2"));
        assertEquals(List.of("first"), begun);
        first.resolve("1");
        assertEquals(List.of("first", "one", "two", "second"), begun);
        assertEquals("2", second.await());
        assertThrows(IllegalStateException.class, two::await);
        behind("three", Answer.of("3"));
        assertEquals("three", begun.get(4));
        reading.resolve("r");
        assertEquals("r", one.await());
    }

    @Test
    void goesOnBehindOneWhoFailsAtWhatItHears() {
        Answer<String> first = new Answer<>();
        turn("first", first);
        behind("one", Answer.of("r"))
                .whenSettled(
                        new Answer.Listener<>() {
                            @Override
                            public void onValue(String value) {
                                throw new IllegalStateException(value);
                            }

                            @Override
                            public void onFailure(Throwable failure) {
                                throw new IllegalStateException(failure);
                            }
                        });
        Answer<String> second = turn("second", Answer.of("2"));
        assertThrows(IllegalStateException.class, () -> first.resolve("1"));
        assertEquals("2", second.await());
        assertEquals("3", turn("third", Answer.of("3")).await());
    }

    @Test
    void beginsAgainAfterAPause() {
        turn("first", Answer.of("1"));
        turn("second", Answer.of("2"));
        assertEquals(List.of("first", "second"), begun);
    }
}
