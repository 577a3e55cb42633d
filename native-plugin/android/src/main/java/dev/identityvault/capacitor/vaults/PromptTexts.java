package dev.identityvault.capacitor.vaults;

/** Texts of the system's prompt as the app wishes them; {@code null}: the default one. */
public record PromptTexts(
        String title, String subtitle, String description, String negativeButton) {
    public static final PromptTexts DEFAULT = new PromptTexts(null, null, null, null);
}
