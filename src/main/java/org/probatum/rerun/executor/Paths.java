package org.probatum.rerun.executor;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.probatum.rerun.ExecutorFault;
import org.probatum.rerun.Launch;
import org.probatum.rerun.Workspace;

/** Where a command finds data, output and parameters, as it sees them, and what of a launch cannot be given to one. */
public record Paths(String data, String out, String params) {
    public static final String CODE = "/probatum/code";
    public static final String DATA = "/probatum/data";
    public static final String OUT = "/probatum/out";
    public static final String PARAMS = "/probatum/params.json";
    /** Behind a fence and in a container the paths are the same for every rerun. */
    public static final Paths INSIDE = new Paths(DATA, OUT, PARAMS);

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    /** Where they are on the machine. */
    public static Paths of(Workspace workspace) {
        return new Paths(
                workspace.data().toString(),
                workspace.out().toString(),
                workspace.params().toString());
    }

    /** The contract's environment: what was recorded, and where things are. */
    public Map<String, String> environment(Launch launch) {
        Map<String, String> all = new TreeMap<>(launch.environment());
        all.put("PROBATUM_DATA_DIR", data);
        all.put("PROBATUM_OUT_DIR", out);
        all.put("PROBATUM_PARAMS", params);
        return all;
    }

    /** Where the command starts, relative to the code, and never above it. */
    public static String directory(Launch launch) throws ExecutorFault {
        Path directory = Path.of(launch.directory()).normalize();
        if (directory.isAbsolute() || directory.startsWith("..")) {
            throw new ExecutorFault(
                    "the working directory \"" + launch.directory() + "\" is not within the code; record it relative to"
                            + " the repository",
                    false);
        }
        return directory.toString();
    }

    /** Refuses what no program can be started with, before anything is. */
    public static void check(Launch launch) throws ExecutorFault {
        require(NAME.matcher(launch.name()).matches(), "the rerun's name \"" + launch.name() + "\" cannot name a job");
        require(!launch.command().isEmpty(), "there is no command; record it as an argument list");
        // File names and arguments reach programs in the encoding of the machine; one that lacks a letter would change
        // it.
        CharsetEncoder letters =
                Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")).newEncoder();
        for (String word : launch.command()) {
            require(passes(word, letters), "the argument \"" + word + "\" cannot be passed on");
        }
        for (Map.Entry<String, String> variable : launch.environment().entrySet()) {
            require(
                    VARIABLE.matcher(variable.getKey()).matches(),
                    "\"" + variable.getKey() + "\" is no name of an environment variable");
            require(passes(variable.getValue(), letters), "the value of " + variable.getKey() + " cannot be passed on");
        }
        directory(launch);
    }

    private static boolean passes(String word, CharsetEncoder letters) {
        return word.indexOf('\0') < 0
                && (StandardCharsets.US_ASCII.newEncoder().canEncode(word) || letters.canEncode(word));
    }

    private static void require(boolean fine, String otherwise) throws ExecutorFault {
        if (!fine) {
            throw new ExecutorFault(otherwise, false);
        }
    }
}
