package dev.identityvault.capacitor.core.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

@Timeout(20)
final class AnswerTest {
    private static final class Noting implements Answer.Listener<String> {
        final List<String> heard = new ArrayList<>();

        @Override
        public void onValue(String value) {
            heard.add(value);
        }

        @Override
        public void onFailure(Throwable failure) {
            heard.add("failed: " + failure.getMessage());
        }
    }

    @Test
    void settlesOnceAndTellsEverybodyOnce() {
        Answer<String> answer = new Answer<>();
        Noting early = new Noting();
        Noting late = new Noting();
        answer.whenSettled(early);
        assertEquals(List.of(), early.heard);
        answer.resolve("one");
        answer.resolve("two");
        answer.reject(new IllegalStateException("three"));
        answer.whenSettled(late);
        assertEquals(List.of("one"), early.heard);
        assertEquals(List.of("one"), late.heard);
        assertEquals("one", answer.await());
    }

    @Test
    void passesFailuresOnAndMendsThem() {
        CoreError refusal = new CoreError(CoreErrorCode.LOCKED, "no");
        Answer<String> failed = Answer.<String>failed(refusal).then(value -> Answer.of("never"));
        assertSame(refusal, assertThrows(CoreError.class, failed::await));
        assertEquals("mended", failed.orElse(failure -> Answer.of("mended")).await());
        assertEquals("kept", Answer.of("kept").orElse(failure -> Answer.of("no")).await());
        Noting noting = new Noting();
        failed.whenSettled(noting);
        assertEquals(List.of("failed: LOCKED: no"), noting.heard);
    }

    @Test
    void aMistakeInWhatFollowsIsAFailureToo() {
        Answer<String> mistaken =
                Answer.of("one")
                        .then(
                                value -> {
                                    throw new IllegalStateException(value);
                                });
        assertEquals(
                "one", assertThrows(IllegalStateException.class, mistaken::await).getMessage());
        AssertionError error = new AssertionError("odd");
        assertSame(error, assertThrows(AssertionError.class, Answer.failed(error)::await));
        IOException checked = new IOException("disk");
        assertSame(
                checked,
                assertThrows(IllegalStateException.class, Answer.failed(checked)::await)
                        .getCause());
    }

    @Test
    void waitsForAnotherThread() throws Exception {
        Answer<String> answer = new Answer<>();
        Thread settling = new Thread(() -> answer.resolve("late"));
        settling.start();
        assertEquals("late", answer.await());
        settling.join();
    }

    @Test
    void anInterruptedWaitSaysThatItCanNotBeHadNow() {
        Thread.currentThread().interrupt();
        CoreError refusal = assertThrows(CoreError.class, new Answer<String>()::await);
        assertEquals(CoreErrorCode.TEMPORARILY_UNAVAILABLE, refusal.code());
        assertTrue(Thread.interrupted());
    }

    @Test
    void errorsSayWhatTheyAreAndWhetherTheyAreDamage() {
        assertEquals(1500, CoreError.delayed("wait", 1500).retryAfter());
        assertEquals(0, new CoreError(CoreErrorCode.LOCKED, "no").retryAfter());
        assertEquals("CORRUPT: bytes", CoreError.corrupt("bytes").getMessage());
        assertEquals(CoreErrorCode.UNSUPPORTED_FORMAT, CoreError.unsupported("x").code());
        assertNull(CoreError.corrupt("x").getCause());
        assertFalse(CoreErrorCode.CONFLICT.isDamage());
        assertFalse(CoreErrorCode.TEMPORARILY_UNAVAILABLE.isDamage());
        assertTrue(CoreErrorCode.CORRUPT.isDamage());
    }
}
