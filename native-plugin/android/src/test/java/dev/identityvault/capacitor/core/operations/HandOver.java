package dev.identityvault.capacitor.core.operations;

import com.google.gson.JsonParser;

import dev.identityvault.capacitor.core.support.VectorCase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A vault that processes of several languages use one after the other: this is the last of them.
 * {@code PART DEVICE …} plays each part on the device in the file after it. {@code
 * tests/cores/hand-over.test.ts} runs it.
 */
public final class HandOver {
    private HandOver() {}

    public static void main(String[] arguments) throws IOException {
        for (int at = 0; at < arguments.length; at += 2) {
            play(Path.of(arguments[at]), Path.of(arguments[at + 1]));
        }
    }

    private static void play(Path file, Path place) throws IOException {
        VectorCase part = VectorCase.of(JsonParser.parseString(Files.readString(file)));
        VectorCase story = part.object("story");
        StoryDevice device = DeviceFile.read(place, story);
        byte[] scope = new byte[32];
        Arrays.fill(scope, (byte) 7);
        int first = (int) part.number("first");
        StoryPlayer player = new StoryPlayer(story.text("id"), scope, device, first);
        try {
            for (VectorCase step : part.objects("steps")) player.play(step);
            part.assertAllRead();
        } catch (AssertionError difference) {
            throw new AssertionError(file + ": " + difference.getMessage(), difference);
        }
        DeviceFile.write(place, device);
    }
}
