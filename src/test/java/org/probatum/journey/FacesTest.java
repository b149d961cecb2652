package org.probatum.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Browser;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Drafts;
import org.probatum.support.Gallery;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;
import org.probatum.support.Verdicting;
import org.probatum.support.Visitor;

/** What holds of every page: for all eyes, all widths and no mouse. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FacesTest {
    private static final int MOST_BYTES = 60 * 1024;
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
    private static final String LIGHT = "light";
    private static final String NARROW = "narrow";
    private static final String OPEN = "open to all";
    private static final String WALKED = "walked";
    /** What every page was found to lack, by the check that found it: all are made on one visit to each page. */
    private static final Map<String, SoftAssertions> FOUND = new LinkedHashMap<>();

    private static final Set<String> KINDS = new HashSet<>();
    private static Browser browser;
    private static List<Gallery.Picture> gallery = List.of();

    @Inject
    Casting casting;

    @Inject
    Verdicting verdicting;

    private Cast cast;

    @BeforeAll
    static void open() {
        browser = Browser.start();
    }

    @AfterAll
    static void close() {
        Browser.stop(browser);
    }

    @BeforeEach
    void seat() {
        cast = casting.cast();
        if (gallery.isEmpty()) {
            gallery = Gallery.of(cast, verdicting);
        }
    }

    @Test
    void no_page_shuts_anybody_out_in_light_or_in_dark() {
        holds(OPEN);
    }

    @Test
    void no_page_scrolls_sideways_on_the_narrowest_telephone() {
        holds(NARROW);
    }

    @Test
    void every_page_is_light_and_gives_the_browser_nothing_to_complain_about() {
        holds(LIGHT);
    }

    @Test
    void every_page_is_walked_with_the_tab_key_from_the_content_on() {
        holds(WALKED);
    }

    @Test
    void a_refused_form_shuts_nobody_out() {
        String key = Api.as(cast.author()).filed(Drafts.start(cast));

        try (Visitor author = browser.signedIn(cast.author())) {
            author.opens("/decisions/" + key + "/edit/scope");
            author.field("/outcomes/0/target").fill("a lot");
            author.presses("Save").isRefused("nothing was saved");

            Assertions.assertThat(violations(new AxeBuilder(author.page()).withTags(WCAG)))
                    .isEmpty();

            author.opens("/decisions/new").types("Decision file", "kind: [").presses("Check");
            author.isRefused("Nothing was filed");

            Assertions.assertThat(violations(new AxeBuilder(author.page()).withTags(WCAG)))
                    .isEmpty();
        }
    }

    @Test
    void a_vote_is_cast_without_a_mouse() {
        String key = Road.inReview(cast, Gate.SCOPE);

        try (Visitor reviewer = browser.signedIn(cast.reviewer())) {
            reviewer.opens("/decisions/" + key + "/gates/scope");
            reviewer.field("/vote").first().focus();
            reviewer.page().keyboard().press("Space");
            reviewer.page().keyboard().press("Tab");
            reviewer.page().keyboard().type("Read it on the keyboard.");
            reviewer.page().keyboard().press("Tab");
            reviewer.page().keyboard().press("Enter");

            reviewer.sees("reviews", "Read it on the keyboard.");
        }
    }

    private static final String TOO_WIDE = "[...document.querySelectorAll('body *')]"
            + ".filter(e => e.children.length === 0 && e.getBoundingClientRect().right > innerWidth)"
            + ".map(e => e.outerHTML.slice(0, 160))";

    /** Everything in the content that can be stood on, radio buttons of one group counted once. */
    private static final String STANDS = "[...document.querySelectorAll('#main a[href], #main button, #main input:not("
            + "[type=hidden]), #main select, #main textarea, #main summary, #main [tabindex=\"0\"]')]"
            + ".filter(e => e.checkVisibility({contentVisibilityAuto: true}) && !e.disabled)"
            + ".filter(e => e.type !== 'radio' || e === document.querySelector(`[name='${e.name}']`))";

    /** A date has a day, a month, a year and a calendar to stand on. */
    private static final String STOPS = STANDS + ".reduce((sum, e) => sum + (e.type === 'date' ? 4 : 1), 0)";

    private static final String LEFT_OUT = STANDS + ".filter(e => !e.dataset.walked).map(e => e.outerHTML)";

    private static List<String> violations(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .map(rule -> rule.getId() + ": "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .toList();
    }

    private static void isLight(Visitor visitor, SoftAssertions softly) {
        int bytes = visitor.answers().stream()
                .filter(answer ->
                        Set.of("stylesheet", "script").contains(answer.request().resourceType()))
                .map(Response::body)
                .mapToInt(body -> body.length)
                .sum();
        softly.assertThat(bytes).as("own styles and scripts").isBetween(1, MOST_BYTES);
        softly.assertThat(visitor.complaints()).as("complaints").isEmpty();
    }

    private static void fitsTheNarrowest(Visitor visitor, SoftAssertions softly) {
        visitor.page().setViewportSize(360, 740);
        softly.assertThat(visitor.page()
                        .evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as(() -> "pixels too wide, for " + visitor.page().evaluate(TOO_WIDE))
                .isEqualTo(0);
    }

    private static void shutsNobodyOut(Visitor visitor, SoftAssertions softly) {
        visitor.page().setViewportSize(1280, 900);
        // Colours come with the kind of page, and are what takes long to measure.
        boolean first = KINDS.add(visitor.page().url().replaceAll("[A-Z]{2,6}-[0-9]+|[0-9]+|of=[^&]+", "#"));
        AxeBuilder axe = new AxeBuilder(visitor.page()).withTags(WCAG);
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        softly.assertThat(violations(first ? axe : axe.disableRules(List.of("color-contrast"))))
                .as("violations")
                .isEmpty();
        if (first) {
            visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            softly.assertThat(violations(new AxeBuilder(visitor.page()).withRules(List.of("color-contrast"))))
                    .as("violations in the dark, where only colours differ")
                    .isEmpty();
        }
    }

    private static void isWalked(Visitor visitor, SoftAssertions softly) {
        Page page = visitor.page();
        if (page.locator(".skip").count() > 0) {
            page.locator(".skip").focus();
            page.keyboard().press("Enter");
        } else {
            page.locator("#main").focus();
        }
        PlaywrightAssertions.assertThat(page.locator("#main")).isFocused();
        int stops = ((Number) page.evaluate(STOPS)).intValue();
        page.evaluate("addEventListener('focusin', (event) => event.target.dataset.walked = 'yes')");
        // Held down, as it takes half as long as pressing it again and again.
        for (int i = 0; i < stops; i++) {
            page.keyboard().down("Tab");
        }
        page.keyboard().up("Tab");
        softly.assertThat(page.evaluate(LEFT_OUT)).as("left out").isEqualTo(List.of());
    }

    private void holds(String check) {
        if (FOUND.isEmpty()) {
            everyPage();
        }
        FOUND.get(check).assertAll();
    }

    private static void everyPage() {
        Map<String, BiConsumer<Visitor, SoftAssertions>> checks = new LinkedHashMap<>();
        checks.put(LIGHT, FacesTest::isLight);
        checks.put(NARROW, FacesTest::fitsTheNarrowest);
        checks.put(OPEN, FacesTest::shutsNobodyOut);
        checks.put(WALKED, FacesTest::isWalked);
        Map<String, Visitor> visitors = new HashMap<>();
        for (Gallery.Picture picture : gallery) {
            String who = picture.who() == null ? "" : picture.who().username();
            Visitor visitor = visitors.computeIfAbsent(
                    who, name -> picture.who() == null ? browser.visitor() : browser.signedIn(picture.who()));
            visitor.page().setViewportSize(1280, 900);
            visitor.opens(picture.path());
            checks.forEach((name, check) -> {
                SoftAssertions here = new SoftAssertions();
                check.accept(visitor, here);
                FOUND.computeIfAbsent(name, any -> new SoftAssertions())
                        .assertThat(here.errorsCollected())
                        .as(picture.toString())
                        .extracting(Throwable::getMessage)
                        .isEmpty();
            });
        }
        visitors.values().forEach(Visitor::close);
        Assertions.assertThat(gallery).hasSizeGreaterThan(40);
    }
}
