package dev.identityvault.capacitor.vaults;

import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.ports.Aead;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.store.KeySweep;
import dev.identityvault.capacitor.core.vault.CoreVault;
import dev.identityvault.capacitor.crypto.JcaAead;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The vaults of this process. */
public final class LocalVaults {
    /** Milliseconds: an app has started by then. */
    private static final long SWEEP_AFTER = 10_000;

    /** Gives whoever is told of a vault. */
    public interface Listeners {
        VaultListener of(String name);
    }

    private final Aead aead = new JcaAead();
    private final Platform platform;
    private final DeviceScreen screen;
    private final Map<String, LocalVault> vaults = new HashMap<>();

    public LocalVaults(Platform platform) {
        this.platform = platform;
        screen = new DeviceScreen(platform);
        platform.timer().after(SWEEP_AFTER, () -> platform.executor().execute(this::sweep));
    }

    /**
     * Every handle of one descriptor gets the same vault; the latest settings win.
     *
     * @return what it is named by in this process
     * @throws CoreError {@code INVALID_ARGUMENT}: a name with a lone surrogate
     */
    public synchronized String open(Descriptor descriptor, Settings settings, Listeners listeners) {
        byte[] scope = descriptor.scope(aead, platform.appId());
        String name = Bytes.hex(scope);
        LocalVault known = vaults.get(name);
        if (known != null) {
            known.configure(settings);
            return name;
        }
        LocalVault.Place place = new LocalVault.Place(platform, screen, scope);
        LocalVault vault = new LocalVault(place, settings, listeners.of(name)).listening();
        vaults.put(name, vault);
        return name;
    }

    /** {@code null}: none of this name was opened. */
    public synchronized LocalVault named(String name) {
        return vaults.get(name);
    }

    public Biometrics biometrics() {
        return platform.biometrics();
    }

    public DeviceFacts deviceFacts() {
        return platform.device().facts();
    }

    /** Shows the prompt of a throw-away key: how long it takes is judged when it ends. */
    public Answer<Void> prove(PromptTexts texts) {
        return asking(opened().iterator(), () -> platform.device().prove(texts));
    }

    /**
     * Shows a sign-in, which is before the app like a prompt of its own, but in another app. So
     * being out of sight is no stay in the background, unless it takes too long.
     */
    public <T> Answer<T> signIn(CoreVault.Prompt<T> prompt) {
        List<LocalVault> vaults = opened();
        for (LocalVault vault : vaults) vault.beginSignIn();
        return asking(vaults.iterator(), prompt)
                .then(value -> Answer.of(signedIn(vaults, value)))
                .orElse(failure -> Answer.failed(signedIn(vaults, failure)));
    }

    private static <T> T signedIn(List<LocalVault> vaults, T outcome) {
        for (LocalVault vault : vaults) vault.endSignIn();
        return outcome;
    }

    private static <T> Answer<T> asking(Iterator<LocalVault> others, CoreVault.Prompt<T> prompt) {
        return others.hasNext()
                ? others.next().asking(() -> asking(others, prompt))
                : prompt.show();
    }

    /** A lock that is due comes before any answer, and before what is told of other vaults. */
    public void tick() {
        for (LocalVault vault : opened()) vault.tick();
    }

    private synchronized List<LocalVault> opened() {
        return new ArrayList<>(vaults.values());
    }

    /** Covers the screen in the background for every vault, and without any. */
    public void hideScreen(boolean isHidden) {
        screen.hide(isHidden);
    }

    public boolean hidesScreen() {
        return screen.hides();
    }

    /** What can't be swept now is swept by the next process. */
    private void sweep() {
        try {
            KeySweep.run(platform.stored());
        } catch (RuntimeException later) {
            // Keys that are left over open nothing.
        }
    }
}
