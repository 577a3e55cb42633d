package dev.identityvault.capacitor.passcode;

import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.lifecycle.MainThread;
import dev.identityvault.capacitor.lifecycle.Stage;
import dev.identityvault.capacitor.vaults.PasscodeComplaint;
import dev.identityvault.capacitor.vaults.PasscodePrompt;
import dev.identityvault.capacitor.vaults.Turns;

import java.util.concurrent.Executor;

/** The built-in passcode prompt, above the cover, in the activity of the app's page. */
public final class PasscodeDialogs implements PasscodePrompt {
    /** What it works with; the turns are those of every prompt of the process. */
    public record Parts(Stage stage, MainThread main, Turns turns, Executor executor) {}

    private final Parts parts;

    public PasscodeDialogs(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Answer<Boolean> enter(PasscodeComplaint atFirst, Submit submit) {
        return parts.turns()
                .run(
                        () ->
                                new EnterQuestion(
                                                parts.stage(),
                                                parts.main(),
                                                parts.executor(),
                                                submit)
                                        .complaining(atFirst)
                                        .ask());
    }

    @Override
    public Answer<char[]> choose(Check check) {
        return parts.turns()
                .run(() -> new ChooseQuestion(parts.stage(), parts.main(), check).ask());
    }
}
