package org.probatum.rerun.workspace;

import java.io.File;
import java.net.InetAddress;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/** Git without whoever runs it: no settings of a user or of the machine, no environment, nothing written to a home. */
final class QuietSystem extends SystemReader.Delegate {
    private QuietSystem(SystemReader system) {
        super(system);
    }

    /** From here on, and for the whole service, which reads repositories in no other way. */
    static void reign() {
        if (!(SystemReader.getInstance() instanceof QuietSystem)) {
            SystemReader.setInstance(new QuietSystem(SystemReader.getInstance()));
        }
    }

    @Override
    public String getHostname() {
        return InetAddress.getLoopbackAddress().getHostName();
    }

    @Override
    public @Nullable String getenv(String variable) {
        return null;
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS system) {
        return new Nothing(parent, system);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS system) {
        return new Nothing(parent, system);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS system) {
        return new Nothing(parent, system);
    }

    /** Settings that are never read and never written. */
    private static final class Nothing extends FileBasedConfig {
        Nothing(@Nullable Config parent, FS system) {
            super(parent, new File("/dev/null"), system);
        }

        @Override
        public void load() {
            // There is nothing to load.
        }

        @Override
        public void save() {
            // What is measured of a disk is measured again after the next start.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
