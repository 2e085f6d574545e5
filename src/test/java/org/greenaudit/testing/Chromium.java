package org.greenaudit.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A real Chromium without windows: the machine's own, or that of fetched packages, which needs no installation. */
public final class Chromium implements AutoCloseable {

    /** Its sandbox needs rights that containers lack; nothing but the tests' own pages is shown. */
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /**
     * Starts it.
     *
     * @throws AssertionError when it is nowhere and cannot be fetched
     */
    public static Chromium start() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(ARGUMENTS);
            Optional<Path> installed = Programs.in(Programs.path(), "chromium");
            if (installed.isPresent()) {
                options.setExecutablePath(installed.get());
            } else {
                unpacked(options);
            }
            return new Chromium(playwright, playwright.chromium().launch(options));
        } catch (RuntimeException | Error e) {
            playwright.close();
            throw e;
        }
    }

    /** The program where its packages are unpacked, with the libraries that are unpacked beside it. */
    private static void unpacked(BrowserType.LaunchOptions options) {
        Path root = DebianPackages.shared().unpackedWhole("the browser chromium", "chromium");
        options.setExecutablePath(root.resolve("usr/lib/chromium/chromium"));
        try (Stream<Path> files = Files.walk(root.resolve("usr/lib"))) {
            Map<String, String> environment = new HashMap<>(System.getenv());
            environment.put(
                    "LD_LIBRARY_PATH",
                    files.filter(file -> file.getFileName().toString().contains(".so"))
                            .map(Path::getParent)
                            .distinct()
                            .map(Path::toString)
                            .collect(Collectors.joining(":")));
            options.setEnv(environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A visitor of their own: nothing is shared with another one. */
    public BrowserContext visitor(int width) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setAcceptDownloads(true)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
