package dev.identityvault.capacitor.core.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.DynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A file of {@code native-plugin/vectors}. */
public final class VectorFile {
    /** What a case asks for. */
    public interface Runner {
        /** Fails where the case does not hold. */
        void run(VectorCase each) throws Exception;
    }

    /** Read once: to run one of its tests anew, as mutants do, needs all of the file. */
    private static final Map<String, JsonObject> READ = new ConcurrentHashMap<>();

    private final String name;
    private final VectorCase file;
    private int passed = 0;

    private VectorFile(String name, JsonObject file) {
        this.name = name;
        this.file = new VectorCase(file);
    }

    public static VectorFile named(String name) {
        return new VectorFile(name, READ.computeIfAbsent(name, VectorFile::read));
    }

    private static JsonObject read(String name) {
        try {
            String text = Files.readString(Path.of(System.getProperty("vectors"), name));
            return JsonParser.parseString(text).getAsJsonObject();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** By their names, in the order of the file. */
    public Map<String, VectorCase> bases() {
        Map<String, VectorCase> bases = new LinkedHashMap<>();
        for (VectorCase base : file.objects("bases")) bases.put(base.text("name"), base);
        return bases;
    }

    public List<VectorCase> cases() {
        return file.objects("cases");
    }

    /** A test for each case; the last one writes down how many passed. */
    public List<DynamicTest> tests(Runner runner) {
        List<DynamicTest> tests = new ArrayList<>();
        for (VectorCase each : cases())
            tests.add(test(each.text("id"), each, () -> runner.run(each)));
        tests.add(count(tests.size()));
        return tests;
    }

    /** One more of a case's tests. */
    public DynamicTest test(
            String title, VectorCase each, org.junit.jupiter.api.function.Executable task) {
        return dynamicTest(
                title + ": " + each.text("why"),
                () -> {
                    task.execute();
                    each.assertAllRead();
                    passed += 1;
                });
    }

    /** To come last. */
    public DynamicTest count(int asked) {
        return dynamicTest(
                "every case of " + name,
                () -> {
                    Path folder = Files.createDirectories(Path.of(System.getProperty("counts")));
                    Files.writeString(folder.resolve(name), String.valueOf(passed));
                    assertEquals(asked, passed);
                });
    }
}
