package dev.identityvault.capacitor.vaults;

import dev.identityvault.capacitor.core.ports.Answer;

import java.util.List;

/** The device, apart from any vault. */
public interface PlatformDevice {
    DeviceFacts facts();

    /**
     * Whether hardware of its own keeps all of these keys.
     *
     * @param names none: whether it would keep a new one
     */
    Tristate hardwareBacked(List<String> names);

    /**
     * Shows the prompt of a throw-away key, and removes the key. Rejects as a {@code SlotKem} does.
     */
    Answer<Void> prove(PromptTexts texts);
}
