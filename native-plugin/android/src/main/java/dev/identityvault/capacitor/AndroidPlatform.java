package dev.identityvault.capacitor;

import android.content.Context;
import android.os.Build;

import dev.identityvault.capacitor.auth.AuthOrigins;
import dev.identityvault.capacitor.auth.PlatformAuth;
import dev.identityvault.capacitor.biometrics.Lockout;
import dev.identityvault.capacitor.biometrics.PromptedDecryption;
import dev.identityvault.capacitor.browser.CustomTabs;
import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.ports.Aead;
import dev.identityvault.capacitor.core.ports.CorePorts;
import dev.identityvault.capacitor.core.ports.Kdf;
import dev.identityvault.capacitor.core.ports.Mutex;
import dev.identityvault.capacitor.core.ports.Random;
import dev.identityvault.capacitor.core.ports.SlotKems;
import dev.identityvault.capacitor.core.store.StoredEverywhere;
import dev.identityvault.capacitor.crypto.JcaAead;
import dev.identityvault.capacitor.crypto.Pbkdf2;
import dev.identityvault.capacitor.device.AndroidBiometrics;
import dev.identityvault.capacitor.device.AndroidDevice;
import dev.identityvault.capacitor.keystore.KeyHardware;
import dev.identityvault.capacitor.keystore.Keystore;
import dev.identityvault.capacitor.keystore.KeystoreAnchorMac;
import dev.identityvault.capacitor.keystore.KeystoreDeviceFunction;
import dev.identityvault.capacitor.keystore.RsaKeys;
import dev.identityvault.capacitor.keystore.RsaLadder;
import dev.identityvault.capacitor.keystore.RsaSlotKem;
import dev.identityvault.capacitor.lifecycle.AppScreen;
import dev.identityvault.capacitor.lifecycle.BootClock;
import dev.identityvault.capacitor.lifecycle.MainThread;
import dev.identityvault.capacitor.lifecycle.Stage;
import dev.identityvault.capacitor.network.TlsSockets;
import dev.identityvault.capacitor.passcode.PasscodeDialogs;
import dev.identityvault.capacitor.storage.FileAnchors;
import dev.identityvault.capacitor.storage.FileBlobs;
import dev.identityvault.capacitor.storage.FileMutex;
import dev.identityvault.capacitor.storage.NoBackupFiles;
import dev.identityvault.capacitor.storage.StoredFiles;
import dev.identityvault.capacitor.vaults.Biometrics;
import dev.identityvault.capacitor.vaults.Lifecycle;
import dev.identityvault.capacitor.vaults.PasscodePrompt;
import dev.identityvault.capacitor.vaults.Platform;
import dev.identityvault.capacitor.vaults.PlatformDevice;
import dev.identityvault.capacitor.vaults.PromptContext;
import dev.identityvault.capacitor.vaults.Screen;
import dev.identityvault.capacitor.vaults.Timer;
import dev.identityvault.capacitor.vaults.Turns;

import java.util.concurrent.Executor;

/** Where the vaults of an Android process live. FORMAT.md §18.2. */
final class AndroidPlatform implements Platform {
    /** "android.hardware.strongbox_keystore", which PackageManager has from API 28 on. */
    private static final String STRONGBOX = "android.hardware.strongbox_keystore";

    private final Context context;
    private final Executor executor;
    private final Random random;
    private final Stage stage;
    private final MainThread main = new MainThread();
    private final BootClock clock = new BootClock();
    private final Aead aead = new JcaAead();
    private final Kdf kdf = new Pbkdf2();
    private final AppScreen screen = new AppScreen(main);
    private final Keystore keystore = new Keystore();
    private final KeystoreAnchorMac anchorMac = new KeystoreAnchorMac(keystore);
    private final KeystoreDeviceFunction deviceFunction;
    private final FileAnchors anchors;
    private final FileBlobs blobs;
    private final Mutex mutex;
    private final AndroidBiometrics biometrics;
    private final RsaSlotKem.Parts kem;
    private final PlatformDevice device;
    private final PasscodePrompt prompt;
    private final Turns prompts = new Turns();

    /**
     * @param executor does what takes its time
     */
    AndroidPlatform(Context context, Stage stage, Executor executor, Random random) {
        this.context = context;
        this.stage = stage;
        this.executor = executor;
        this.random = random;
        stage.add((Stage.Guest) screen);
        NoBackupFiles files = new NoBackupFiles(context);
        anchors = new FileAnchors(files);
        blobs = new FileBlobs(files);
        mutex = new FileMutex(files);
        boolean hasStrongBox = hasStrongBox(context);
        deviceFunction = new KeystoreDeviceFunction(keystore, hasStrongBox);
        RsaKeys keys = new RsaKeys(keystore);
        RsaLadder ladder = new RsaLadder(keys, hasStrongBox);
        biometrics = new AndroidBiometrics(context, ladder);
        Lockout lockout = new Lockout(clock);
        stage.add(lockout);
        kem =
                new RsaSlotKem.Parts(
                        keys,
                        ladder,
                        new PromptedDecryption(
                                new PromptedDecryption.Parts(
                                        stage, main, prompts, executor, lockout)),
                        random);
        KeyHardware hardware = new KeyHardware(keystore, anchorMac);
        device =
                new AndroidDevice(
                        new AndroidDevice.Parts(
                                context, biometrics, hardware, lockout, kem, executor));
        prompt = new PasscodeDialogs(new PasscodeDialogs.Parts(stage, main, prompts, executor));
    }

    /** What sign-ins need of it. */
    PlatformAuth auth(AuthOrigins origins) {
        return new PlatformAuth(origins, new CustomTabs(stage), new TlsSockets(), prompts);
    }

    private static boolean hasStrongBox(Context context) {
        return Build.VERSION.SDK_INT >= 28
                && context.getPackageManager().hasSystemFeature(STRONGBOX);
    }

    @Override
    public String appId() {
        return context.getPackageName();
    }

    @Override
    public CorePorts ports(PromptContext prompts) {
        return new CorePorts(
                random,
                aead,
                kdf,
                deviceFunction,
                anchorMac,
                kems(prompts),
                blobs,
                anchors,
                null,
                mutex,
                clock);
    }

    private SlotKems kems(PromptContext prompts) {
        RsaSlotKem biometric =
                new RsaSlotKem(
                        kem, new RsaSlotKem.Own(Kind.BIOMETRIC, prompts, biometrics::isEnrolled));
        RsaSlotKem deviceCredential =
                new RsaSlotKem(
                        kem,
                        new RsaSlotKem.Own(
                                Kind.DEVICE_CREDENTIAL,
                                prompts,
                                biometrics::hasDeviceCredentialKeys));
        return new SlotKems(biometric, deviceCredential);
    }

    @Override
    public StoredEverywhere stored() {
        return new StoredFiles(anchors, keystore, anchorMac, mutex);
    }

    @Override
    public Executor executor() {
        return executor;
    }

    @Override
    public Biometrics biometrics() {
        return biometrics;
    }

    @Override
    public PlatformDevice device() {
        return device;
    }

    @Override
    public PasscodePrompt prompt() {
        return prompt;
    }

    @Override
    public Lifecycle lifecycle() {
        return stage;
    }

    @Override
    public Screen screen() {
        return screen;
    }

    @Override
    public Timer timer() {
        return main;
    }
}
