package dev.identityvault.phone.system;

import static org.robolectric.Shadows.shadowOf;

import android.app.Application;
import android.app.KeyguardManager;
import android.content.Context;
import android.content.pm.PackageInfo;
import android.content.pm.PackageManager;
import android.os.Build;
import android.os.SystemClock;
import android.os.UserManager;
import android.provider.Settings;
import dev.identityvault.phone.device.FakeDevice;
import dev.identityvault.phone.keystore.FakeKeystoreProvider;
import java.io.File;
import org.robolectric.shadows.ShadowSystemClock;
import org.robolectric.shadows.ShadowWebView;
import org.robolectric.util.ReflectionHelpers;

/** Tells Android's own services what the fake phone is like. */
public final class SystemServices {
    private final Application app;

    public SystemServices(Application app) {
        this.app = app;
    }

    /** At the start of a process. */
    public void start() {
        FakeKeystoreProvider.install();
        PackageInfo webView = new PackageInfo();
        webView.packageName = "com.google.android.webview";
        webView.versionName = "156.0.0";
        ShadowWebView.setCurrentWebViewPackage(webView);
        FakeDevice device = FakeDevice.current();
        long behind = device.milliseconds - SystemClock.elapsedRealtime();
        if (behind > 0) ShadowSystemClock.advanceBy(java.time.Duration.ofMillis(behind));
        keepFilesIn(device.folder);
        Browsers.install(device, app);
        tell();
    }

    /** Whenever something happened to the phone. */
    public void tell() {
        FakeDevice device = FakeDevice.current();
        PackageManager packages = app.getPackageManager();
        feature(packages, PackageManager.FEATURE_FINGERPRINT, device.sensor.equals("fingerprint"));
        feature(packages, "android.hardware.biometrics.face", device.sensor.equals("face"));
        feature(packages, "android.hardware.strongbox_keystore", device.hasStrongBox && Build.VERSION.SDK_INT >= 28);
        KeyguardManager keyguard = (KeyguardManager) app.getSystemService(Context.KEYGUARD_SERVICE);
        shadowOf(keyguard).setIsKeyguardSecure(device.isScreenLockSet);
        shadowOf(keyguard).setIsDeviceSecure(device.isScreenLockSet);
        shadowOf(keyguard).setKeyguardLocked(device.isScreenLocked);
        shadowOf(keyguard).setIsDeviceLocked(device.isScreenLocked);
        UserManager users = (UserManager) app.getSystemService(Context.USER_SERVICE);
        if (Build.VERSION.SDK_INT >= 24) shadowOf(users).setUserUnlocked(device.wasUnlocked);
        Settings.Global.putInt(app.getContentResolver(), "boot_count", device.boots);
    }

    private Object loadedApp() {
        return ReflectionHelpers.getField(app.getBaseContext(), "mPackageInfo");
    }

    private static void feature(PackageManager packages, String name, boolean isThere) {
        shadowOf(packages).setSystemFeature(name, isThere);
    }

    /** They stay when the app's process ends. */
    private void keepFilesIn(File folder) {
        if (!folder.isDirectory() && !folder.mkdirs()) throw new IllegalStateException("no folder " + folder);
        File files = new File(folder, "no_backup");
        if (!files.isDirectory() && !files.mkdirs()) throw new IllegalStateException("no folder " + files);
        app.getApplicationInfo().dataDir = folder.getPath();
        Object loaded = loadedApp();
        for (String field : new String[] {"mDataDirFile", "mCredentialProtectedDataDirFile"})
            if (ReflectionHelpers.hasField(loaded.getClass(), field)) ReflectionHelpers.setField(loaded, field, folder);
        ReflectionHelpers.setField(loaded, "mDataDir", folder.getPath());
    }
}
