package org.probatum.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Somebody at a browser window: reads, clicks and types, and notes what the browser complained about. */
public final class Visitor implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final List<Response> answers = new ArrayList<>();
    private final Set<String> documents = new TreeSet<>();
    private final List<String> complaints = new ArrayList<>();

    Visitor(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onResponse(answer -> {
            answers.add(answer);
            if (answer.request().isNavigationRequest()) {
                documents.add(answer.url());
            }
        });
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            // A refusal is a page like any other; that the browser notes its status is no complaint about it.
            boolean refusal = message.text().startsWith("Failed to load resource")
                    && documents.stream().anyMatch(message.location()::startsWith);
            if (Set.of("error", "warning").contains(message.type()) && !refusal) {
                complaints.add(message.text());
            }
        });
    }

    /** The window itself, for what is asked seldom. */
    public Page page() {
        return page;
    }

    /** What the browser complained about since this was last asked: scripts, content security policy, loading. */
    public List<String> complaints() {
        List<String> told = List.copyOf(complaints);
        complaints.clear();
        return told;
    }

    /** What was answered since the last page was opened. */
    public List<Response> answers() {
        return List.copyOf(answers);
    }

    public Visitor signsIn(Player player) {
        opens("/sign-in");
        page.getByLabel("Username").fill(player.username());
        page.getByLabel("Password").fill(Casting.PASSWORD);
        presses("Sign in");
        return sees("What waits for you");
    }

    public Visitor opens(String path) {
        answers.clear();
        page.navigate(path);
        return this;
    }

    public Visitor presses(String button) {
        button(button).click();
        return this;
    }

    /** Follows a link of the page itself, whatever the frame around it has of the same name. */
    public Visitor followsInSheet(String link) {
        page.locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link))
                .first()
                .click();
        return this;
    }

    public Visitor follows(String link) {
        link(link).first().click();
        return this;
    }

    /** Chooses one of several, by its first words. */
    public Visitor chooses(String words) {
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(words))
                .first()
                .check();
        return this;
    }

    /** Types into the first field of the content with a label. */
    public Visitor types(String label, String text) {
        page.locator("main").getByLabel(label).first().fill(text);
        return this;
    }

    /** Fills a form: each field by its name, which says where in the document its value stands. */
    public Visitor fills(String at, JsonNode part) {
        if (part.isObject()) {
            part.fields().forEachRemaining(member -> fills(at + "/" + member.getKey(), member.getValue()));
        } else if (part.isArray() && !part.isEmpty() && part.get(0).isObject()) {
            for (int i = 0; i < part.size(); i++) {
                fills(at + "/" + i, part.get(i));
            }
        } else {
            fill(field(at), part);
        }
        return this;
    }

    /** Reads a text somewhere on the page. */
    public Visitor sees(String text) {
        assertThat(page.getByText(text).first()).isVisible();
        return this;
    }

    /** Reads nothing of the kind. */
    public Visitor doesNotSee(String text) {
        assertThat(page.getByText(text)).hasCount(0);
        return this;
    }

    /** Reads a text in the part of the page with an id. */
    public Visitor sees(String id, String text) {
        assertThat(page.locator("#" + id)).containsText(text);
        return this;
    }

    /** Is told at the top of the page that something was refused, and why. */
    public Visitor isRefused(String why) {
        assertThat(page.getByRole(AriaRole.ALERT).first()).containsText(why);
        return this;
    }

    /** The page's address ends so. */
    public Visitor isAt(String path) {
        assertThat(page).hasURL(Pattern.compile(path.replaceAll("[.?+*()\\[\\]{}|^$]", "\\\\$0") + "$"));
        return this;
    }

    /** The key of the decision the window shows. */
    public String key() {
        return page.url().replaceAll("^.*/([A-Z]+-[0-9]+).*$", "$1");
    }

    public Locator field(String name) {
        return page.locator("[name='" + name + "']");
    }

    public Locator button(String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    public Locator link(String words) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    @Override
    public void close() {
        context.close();
    }

    private static void fill(Locator field, JsonNode value) {
        String tag = (String) field.evaluate("f => f.type === 'checkbox' ? 'box' : f.tagName");
        if (tag.equals("box")) {
            field.setChecked(value.asBoolean());
        } else if (tag.equals("SELECT")) {
            field.selectOption(value.asText());
        } else {
            field.fill(value.isArray() ? lines(value) : value.asText());
        }
    }

    private static String lines(JsonNode list) {
        List<String> lines = new ArrayList<>();
        list.forEach(one -> lines.add(one.asText()));
        return String.join("\n", lines);
    }
}
