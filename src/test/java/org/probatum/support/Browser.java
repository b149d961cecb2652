package org.probatum.support;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.restassured.RestAssured;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The browser of this machine. Where there is none, the tests that need one are skipped and say so. */
public final class Browser {
    /** How long a busy machine may take over one step, in milliseconds; nothing waits so long for its own sake. */
    private static final int PATIENCE = 20_000;

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Browser(Path executable) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(FLAGS));
    }

    /** Starts it; skips the test when this machine has none. */
    public static Browser start() {
        Optional<Path> executable = find();
        if (executable.isEmpty()) {
            String missing = "browser tests were SKIPPED: none of " + String.join(", ", NAMES)
                    + " is on the PATH. Install one (Debian: apt-get install chromium) and run them again.";
            System.err.println("WARN  " + missing);
            Assumptions.abort(missing);
        }
        return new Browser(executable.get());
    }

    /** Somebody at a window of their own, with JavaScript on, who has not signed in yet. */
    public Visitor visitor() {
        return visitor(new com.microsoft.playwright.Browser.NewContextOptions());
    }

    /** Somebody whose browser is set up otherwise. */
    public Visitor visitor(com.microsoft.playwright.Browser.NewContextOptions set) {
        BrowserContext context = browser.newContext(set.setBaseURL("http://localhost:" + RestAssured.port));
        context.setDefaultTimeout(PATIENCE);
        return new Visitor(context);
    }

    /** Somebody who has just signed in. */
    public Visitor signedIn(Player player) {
        return visitor().signsIn(player);
    }

    /** Closes it, if it was started at all. */
    public static void stop(@Nullable Browser browser) {
        if (browser != null) {
            browser.browser.close();
            browser.playwright.close();
        }
    }

    private static Optional<Path> find() {
        return NAMES.stream().flatMap(Browser::onPath).findFirst();
    }

    private static Stream<Path> onPath(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable);
    }
}
