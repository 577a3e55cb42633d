package dev.identityvault.phone.host;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.robolectric.util.ReflectionHelpers;

/** The classes of the app, Capacitor and the plugin: new ones for each process, so that nothing static outlives it. */
final class AppClasses extends URLClassLoader {
    private static final List<String> OWN =
            Arrays.asList("com.example.app.", "com.getcapacitor.", "dev.identityvault.capacitor.", "org.apache.cordova.");

    AppClasses(String folders) {
        super(urls(folders), AppClasses.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (OWN.stream().noneMatch(name::startsWith)) return super.loadClass(name, resolve);
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }

    /** The system does so when a process ends, whatever it was doing. */
    void giveUpFileLocks() {
        Class<?> type = findLoadedClass("dev.identityvault.capacitor.storage.FileMutex");
        if (type == null) return;
        Map<String, Object> held = ReflectionHelpers.getStaticField(type, "OF_PROCESS");
        for (Object each : new ArrayList<>(held.values())) {
            FileChannel channel = ReflectionHelpers.getField(each, "channel");
            try {
                if (channel != null) channel.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private static URL[] urls(String folders) {
        List<URL> urls = new ArrayList<>();
        for (String folder : folders.split(File.pathSeparator)) urls.add(url(new File(folder)));
        return urls.toArray(new URL[0]);
    }

    private static URL url(File folder) {
        try {
            return folder.toURI().toURL();
        } catch (MalformedURLException impossible) {
            throw new UncheckedIOException(new IOException(impossible));
        }
    }
}
