package dev.identityvault.capacitor.api;

import android.annotation.TargetApi;
import android.view.View;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/** What Android has from API 26 on. Used only behind a look at the version. */
@TargetApi(26)
public final class Api26 {
    private Api26() {}

    /** A rename is lost with the power unless its folder was flushed, too. */
    public static void flush(File folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.toPath(), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** A password manager must not keep the vault's passcode. */
    public static void keepFromAutofill(View view) {
        view.setImportantForAutofill(View.IMPORTANT_FOR_AUTOFILL_NO_EXCLUDE_DESCENDANTS);
    }
}
