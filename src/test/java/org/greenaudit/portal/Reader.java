package org.greenaudit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.testing.Chromium;

/** A person at a browser: what goes wrong on a page is noticed, and every page that is looked at must be fit for all. */
final class Reader implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Pattern SECRET = Pattern.compile("：([a-zA-Z0-9]{20})（");
    private static final double AUDIT_MILLIS = 180_000;

    private final BureauServer server;
    private final BrowserContext context;
    private final Page page;
    private final String name;
    private final List<String> troubles = new ArrayList<>();
    private int pictures;

    /**
     * A person.
     *
     * @param name what the screenshots are called by
     * @param width of the window
     */
    Reader(Chromium browser, BureauServer server, String name, int width) {
        this.server = server;
        this.name = name + "-" + width;
        this.context = browser.visitor(width);
        this.page = context.newPage();
        String own = URI.create(server.at("/")).getAuthority();
        page.onConsoleMessage(message -> {
            // the browser says so of every answer that is an error, which a test may ask for
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                troubles.add("console: " + message.text());
            }
        });
        page.onPageError(error -> troubles.add("script: " + error));
        page.onRequest(request -> {
            URI asked = URI.create(request.url());
            if (asked.getScheme().startsWith("http") && !own.equals(asked.getAuthority())) {
                troubles.add("left the host: " + request.url());
            }
        });
    }

    /** The page. */
    Page page() {
        return page;
    }

    /** Goes to an address of the server. */
    Reader go(String path) {
        page.navigate(server.at(path));
        return this;
    }

    /** Signs in. */
    Reader signIn(String account, String password) {
        go("/login");
        page.fill("#username", account);
        page.fill("#password", password);
        page.click("main button");
        return this;
    }

    /** Chooses a password in the place of the one that was given. */
    Reader choosePassword(String old, String chosen) {
        page.fill("#old", old);
        page.fill("#chosen", chosen);
        page.fill("#again", chosen);
        page.click("main button");
        return this;
    }

    /** Starts an audit on the page of audits, of a date or of the job's own when that is empty, and waits for its end. */
    Reader audit(String date) {
        go("/runs");
        int before = page.locator(".badge.completed").count();
        page.fill("input[name=date]", date);
        page.click("form[action='/runs/start'] button");
        page.locator(".badge.completed")
                .nth(before)
                .waitFor(new Locator.WaitForOptions()
                        .setState(WaitForSelectorState.VISIBLE)
                        .setTimeout(AUDIT_MILLIS));
        return this;
    }

    /** Adds an account as an administrator: the password that is told once. */
    String addAccount(String account, String role, String region, String buyer) {
        Locator form = go("/accounts").page().locator("form[action='/accounts']");
        form.locator("input[name=name]").fill(account);
        form.locator("select[name=role]").selectOption(role);
        form.locator("input[name=region]").fill(region);
        form.locator("input[name=buyer]").fill(buyer);
        form.locator("button").click();
        Matcher told = SECRET.matcher(text());
        assertThat(told.find()).as(text()).isTrue();
        return told.group(1);
    }

    /** Looks at the page: a picture is kept, everybody can use it, and nothing has gone wrong so far. */
    Reader look(String what) {
        pictures++;
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve("%s-%02d-%s.png".formatted(name, pictures, what)))
                .setFullPage(true));
        List<String> found = new AxeBuilder(page)
                .analyze().getViolations().stream().map(Reader::told).toList();
        assertThat(found).as("what hinders people on %s", page.url()).isEmpty();
        assertThat(overflow())
                .as("what is wider than the window on %s", page.url())
                .isZero();
        assertThat(troubles).isEmpty();
        return this;
    }

    private static String told(Rule rule) {
        return rule.getId() + " " + rule.getHelp() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }

    private int overflow() {
        return ((Number) page.evaluate("Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"))
                .intValue();
    }

    /** What the page says. */
    String text() {
        return page.locator("main").innerText();
    }

    /** The bytes of the file behind a link. */
    byte[] download(String link) throws IOException {
        Download download = page.waitForDownload(() -> page.click(link));
        return Files.readAllBytes(download.path());
    }

    @Override
    public void close() {
        context.close();
    }
}
