package dev.identityvault.capacitor.core.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * PBKDF2 of the vectors' passcodes, derived once for all processes that try mutants. It calls
 * nothing of the core: what is kept while one mutant is in force must be right for the others.
 */
final class DerivedKeys {
    private static final Map<Path, byte[]> KNOWN = new ConcurrentHashMap<>();

    private final Path folder;

    private DerivedKeys(Path folder) {
        this.folder = folder;
    }

    static DerivedKeys in(String folder) {
        return new DerivedKeys(Path.of(folder));
    }

    byte[] derive(byte[] passcode, byte[] salt, int iterations) {
        String asked = iterations + "\n" + hex(salt) + "\n" + hex(passcode);
        Path file =
                folder.resolve(
                        UUID.nameUUIDFromBytes(asked.getBytes(StandardCharsets.UTF_8)).toString());
        byte[] known = KNOWN.get(file);
        if (known != null) return known.clone();
        byte[] key = kept(file);
        if (key == null) {
            key = byTheJdk(passcode, salt, iterations);
            keep(file, key);
        }
        KNOWN.put(file, key);
        return key.clone();
    }

    private static byte[] byTheJdk(byte[] passcode, byte[] salt, int iterations) {
        try {
            char[] characters = new String(passcode, StandardCharsets.UTF_8).toCharArray();
            PBEKeySpec spec = new PBEKeySpec(characters, salt, iterations, 256);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException cause) {
            throw new AssertionError(cause);
        }
    }

    private static byte[] kept(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException nothing) {
            return null;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Whole or not at all: other processes read it. */
    private void keep(Path file, byte[] key) {
        try {
            Path next = Files.createTempFile(Files.createDirectories(folder), "next", "");
            Files.write(next, key);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
