package dev.identityvault.capacitor.vaults;

import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.store.StoredEverywhere;

import java.util.concurrent.Executor;

/** Where vaults live: the core's ports, and what is around them. */
public interface Platform {
    /** What vault names are separated by: the application id. */
    String appId();

    /** The ports of one vault, whose prompts show its texts. */
    CorePorts ports(PromptContext context);

    /** Everything that is stored, to find device keys that belong to no vault any more. */
    StoredEverywhere stored();

    /** Does what takes its time, with as many threads as there are vaults, and refuses nothing. */
    Executor executor();

    Biometrics biometrics();

    PlatformDevice device();

    PasscodePrompt prompt();

    Lifecycle lifecycle();

    Screen screen();

    Timer timer();
}
