package dev.identityvault.capacitor.core.codec;

import java.util.List;

/**
 * Everything before the payload; authenticated by it. FORMAT.md §4.
 *
 * @param vaultId 16 bytes, random
 * @param scope 32 bytes
 * @param generation a u32
 * @param slots in ascending order of their kinds
 */
public record Header(
        byte[] vaultId,
        byte[] scope,
        VaultPolicy policy,
        long generation,
        boolean hasValues,
        boolean hasSession,
        List<Slot> slots) {}
