package dev.identityvault.capacitor.core.codec;

/** What a changed biometric enrolment does to the vault. FORMAT.md §2. */
public enum Enrolment {
    REQUIRE_OTHER(0),
    WIPE(1),
    IGNORE(2);

    private final int id;

    Enrolment(int id) {
        this.id = id;
    }

    /** As it is stored. */
    public int id() {
        return id;
    }

    /** {@code null}: this version knows no such id. */
    public static Enrolment ofId(int id) {
        for (Enrolment each : values()) {
            if (each.id == id) return each;
        }
        return null;
    }
}
