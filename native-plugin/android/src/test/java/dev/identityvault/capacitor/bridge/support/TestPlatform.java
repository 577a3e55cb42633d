package dev.identityvault.capacitor.bridge.support;

import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.ports.CoreError;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.ports.SlotKem;
import dev.identityvault.capacitor.core.ports.SlotKems;
import dev.identityvault.capacitor.core.store.StoredEverywhere;
import dev.identityvault.capacitor.core.support.world.Intercept;
import dev.identityvault.capacitor.core.support.world.VaultProcess;
import dev.identityvault.capacitor.core.support.world.World;
import dev.identityvault.capacitor.vaults.Biometrics;
import dev.identityvault.capacitor.vaults.DeviceFacts;
import dev.identityvault.capacitor.vaults.Lifecycle;
import dev.identityvault.capacitor.vaults.PasscodeComplaint;
import dev.identityvault.capacitor.vaults.PasscodePrompt;
import dev.identityvault.capacitor.vaults.Platform;
import dev.identityvault.capacitor.vaults.PlatformDevice;
import dev.identityvault.capacitor.vaults.PromptContext;
import dev.identityvault.capacitor.vaults.PromptTexts;
import dev.identityvault.capacitor.vaults.Screen;
import dev.identityvault.capacitor.vaults.Tristate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;

/** A device that does what the test says, at once. */
public final class TestPlatform
        implements Platform, Biometrics, PlatformDevice, PasscodePrompt, Lifecycle, Screen {
    public final World world = new World(1);
    public final TestTimer timer = new TestTimer(world);
    public final List<PasscodeComplaint> complaints = new ArrayList<>();
    public final List<PromptContext> contexts = new ArrayList<>();
    public PromptTexts provedWith;
    public Answer<Void> proof = Answer.of(null);
    public Executor executor = Runnable::run;
    public boolean hasBiometrics = true;
    public boolean hasCredentialKeys = true;
    public Tristate hardware = Tristate.YES;

    /** Making a biometric key finds out that there is none after all. */
    public boolean failsAtFirstBiometricKey;

    /** What is entered into the built-in prompt; {@code null}: it is cancelled. */
    public String entry;

    /** A prompt of the system that is waited for. */
    public Answer<byte[]> systemPrompt;

    /** What the built-in prompt gave, as its callers have it. */
    public final List<char[]> entered = new ArrayList<>();

    /** The passcodes that keys were derived from, as their callers have them. */
    public final List<byte[]> derivedFrom = new ArrayList<>();

    public Intercept intercept = Intercept.NOTHING;
    public boolean isCovered;
    public boolean isHiddenFromRecents;
    private final List<Listener> listeners = new ArrayList<>();
    private boolean isInBackground;

    @Override
    public String appId() {
        return "com.example.app";
    }

    @Override
    public CorePorts ports(PromptContext context) {
        contexts.add(context);
        Intercept between = (call, name) -> intercept.before(call, name);
        CorePorts real =
                new VaultProcess(world, new VaultProcess.Options().intercept(between)).ports;
        SlotKem biometric = new TestKem(this, real.kems().biometric());
        return new CorePorts(
                real.random(),
                real.aead(),
                (passcode, salt, iterations) -> {
                    derivedFrom.add(passcode);
                    return real.kdf().derive(passcode, salt, iterations);
                },
                real.deviceFunction(),
                real.anchorMac(),
                new SlotKems(biometric, real.kems().deviceCredential()),
                real.blobs(),
                real.anchors(),
                null,
                real.mutex(),
                real.clock());
    }

    @Override
    public StoredEverywhere stored() {
        throw new CoreError(CoreErrorCode.TEMPORARILY_UNAVAILABLE, "not in this test");
    }

    @Override
    public Executor executor() {
        return executor;
    }

    @Override
    public Biometrics biometrics() {
        return this;
    }

    @Override
    public PlatformDevice device() {
        return this;
    }

    @Override
    public PasscodePrompt prompt() {
        return this;
    }

    @Override
    public Lifecycle lifecycle() {
        return this;
    }

    @Override
    public Screen screen() {
        return this;
    }

    @Override
    public TestTimer timer() {
        return timer;
    }

    @Override
    public boolean isSupported() {
        return hasBiometrics;
    }

    @Override
    public boolean isAvailable() {
        return hasBiometrics;
    }

    @Override
    public boolean hasDeviceCredentialKeys() {
        return hasCredentialKeys;
    }

    @Override
    public DeviceFacts facts() {
        List<String> finger = Collections.singletonList("fingerprint");
        return new DeviceFacts(finger, true, "granted", true, false, true);
    }

    @Override
    public Tristate hardwareBacked(List<String> names) {
        return hardware;
    }

    @Override
    public Answer<Void> prove(PromptTexts texts) {
        provedWith = texts;
        return proof;
    }

    /** Enters it once, and gives up when it is refused. */
    @Override
    public Answer<Boolean> enter(PasscodeComplaint atFirst, Submit submit) {
        if (atFirst != null) complaints.add(atFirst);
        if (entry == null) return Answer.of(false);
        return submit.passcode(entered())
                .then(
                        complaint -> {
                            if (complaint != null) complaints.add(complaint);
                            return Answer.of(complaint == null);
                        });
    }

    private char[] entered() {
        char[] typed = entry.toCharArray();
        entered.add(typed);
        return typed;
    }

    @Override
    public Answer<char[]> choose(Check check) {
        if (entry == null) return Answer.of(null);
        if (check.faultOf(entry.toCharArray()) != null) return Answer.of(null);
        return Answer.of(entered());
    }

    @Override
    public void add(Listener listener) {
        listeners.add(listener);
        if (isInBackground) listener.onPause();
    }

    public void leave() {
        isInBackground = true;
        for (Listener listener : listeners) listener.onDeactivate();
        for (Listener listener : listeners) listener.onPause();
    }

    public void comeBack() {
        isInBackground = false;
        for (Listener listener : listeners) listener.onResume();
        for (Listener listener : listeners) listener.onActivate();
    }

    @Override
    public void cover() {
        isCovered = true;
    }

    @Override
    public void uncover() {
        isCovered = false;
    }

    @Override
    public void hideFromRecents(boolean isHidden) {
        isHiddenFromRecents = isHidden;
    }
}
