package dev.identityvault.capacitor.core.codec;

/** Inclusive. */
record Range(int least, int most) {
    static final Range NONE = new Range(0, 0);

    static Range exactly(int value) {
        return new Range(value, value);
    }

    /**
     * @param value a u32
     */
    boolean has(long value) {
        return value >= least && value <= most;
    }
}
