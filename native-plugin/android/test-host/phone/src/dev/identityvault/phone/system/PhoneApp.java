package dev.identityvault.phone.system;

import android.app.Application;
import dev.identityvault.phone.device.FakeDevice;
import java.io.File;

/** The app's process. Whoever touches a file of the app asks it for the folder first. */
public final class PhoneApp extends Application {
    @Override
    public File getNoBackupFilesDir() {
        FakeDevice.current().failures.mayFail("files");
        return super.getNoBackupFilesDir();
    }
}
