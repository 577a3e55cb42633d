package dev.identityvault.phone.system;

import android.app.Application;
import dev.identityvault.phone.device.FakeDevice;
import java.io.File;
import java.util.concurrent.locks.LockSupport;

/** The app's process. Whoever touches a file of the app asks it for the folder first. */
public final class PhoneApp extends Application {
    private volatile boolean isEnded;

    /** Its threads go on, for the phone is one process; but they touch nothing that the next one finds. */
    public void end() {
        isEnded = true;
    }

    @Override
    public File getNoBackupFilesDir() {
        while (isEnded) LockSupport.park();
        FakeDevice.current().failures.mayFail("files");
        return super.getNoBackupFilesDir();
    }
}
