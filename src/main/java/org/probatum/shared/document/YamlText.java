package org.probatum.shared.document;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * The part of YAML that says what JSON says. Plain scalars are typed as in YAML 1.2: numbers, true, false and null;
 * everything else (dates, yes, no, 0x1F, 1_000) is text.
 */
final class YamlText {
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final Pattern NULL = Pattern.compile("null|Null|NULL|~|");
    private static final Pattern TRUE = Pattern.compile("true|True|TRUE");
    private static final Pattern FALSE = Pattern.compile("false|False|FALSE");

    private final String text;
    private final TreeBuilder tree;

    YamlText(String text, TreeBuilder tree) {
        this.text = text;
        this.tree = tree;
    }

    void read() {
        refuseUnprintable();
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        try {
            // The parser alone: what would make objects of its events takes longer to load than most documents to read.
            Parser parser = new ParserImpl(new StreamReader(text), options);
            while (parser.peekEvent() != null) {
                take(parser.getEvent());
            }
        } catch (NumberFormatException e) {
            // The parser's way of meeting \U with more than it can count to.
            throw Problem.malformed("an escape stands for no character", null, null);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            String wrong = e.getProblem() == null ? e.getContext() : e.getProblem();
            Position at = mark == null ? new Position(1, 1) : position(mark);
            throw Problem.malformed(wrong == null ? "this is not YAML" : wrong, at.line(), at.column());
        }
    }

    private void take(Event event) {
        Position at = event.getStartMark() == null ? new Position(1, 1) : position(event.getStartMark());
        switch (event.getEventId()) {
            case DocumentStart -> startDocument((DocumentStartEvent) event, at);
            case MappingStart -> startCollection((CollectionStartEvent) event, at);
            case SequenceStart -> startCollection((CollectionStartEvent) event, at);
            case MappingEnd, SequenceEnd -> tree.end();
            case Scalar -> scalar((ScalarEvent) event, at);
            case Alias ->
                throw tree.refused(
                        "*" + Text.shortened(((AliasEvent) event).getAnchor()) + " is an alias",
                        "the value itself",
                        at);
            case Comment, DocumentEnd, StreamStart, StreamEnd -> {}
        }
    }

    private void startDocument(DocumentStartEvent event, Position at) {
        if (tree.isComplete()) {
            throw Problem.malformed("a second document begins here; one is expected", at.line(), at.column());
        }
        if (event.getTags() != null && !event.getTags().isEmpty()) {
            throw Problem.malformed("%TAG is not allowed", at.line(), at.column());
        }
    }

    private void startCollection(CollectionStartEvent event, Position at) {
        refuseExtras(event, event.getTag(), at);
        if (tree.expectsKey()) {
            throw tree.refused("a key is a list or a group of keys", "a key that is text", at);
        }
        if (event.is(Event.ID.MappingStart)) {
            tree.startObject(at);
        } else {
            tree.startArray(at);
        }
    }

    private void scalar(ScalarEvent event, Position at) {
        refuseExtras(event, event.getTag(), at);
        String value = event.getValue();
        if (tree.expectsKey()) {
            if (event.isPlain() && value.equals("<<")) {
                throw tree.refused("<< is a merge key", "the keys themselves", at);
            }
            tree.key(value, at);
        } else if (!event.isPlain()) {
            tree.text(value, at);
        } else if (Numbers.isNumber(value)) {
            tree.number(value, at);
        } else if (TRUE.matcher(value).matches() || FALSE.matcher(value).matches()) {
            tree.value(BooleanNode.valueOf(TRUE.matcher(value).matches()), at);
        } else if (NULL.matcher(value).matches()) {
            tree.value(NullNode.getInstance(), at);
        } else if (NOT_FINITE.matcher(value).matches()) {
            throw tree.refused(value + " is not a finite number", "a finite number; or text, in quotes", at);
        } else {
            tree.text(value, at);
        }
    }

    private void refuseExtras(NodeEvent event, @Nullable String tag, Position at) {
        if (event.getAnchor() != null) {
            throw tree.refused("&" + Text.shortened(event.getAnchor()) + " is an anchor", "the value alone", at);
        }
        if (tag != null) {
            throw tree.refused(
                    "the value has a tag, " + Text.shortened(tag), "the value alone, in quotes if it is text", at);
        }
    }

    /** YAML does not allow them anywhere; found here, because the parser would say so by offset and too early. */
    private void refuseUnprintable() {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (!StreamReader.isPrintable(c)) {
                throw Problem.malformed(
                        new Violation("", Text.named(c) + " is not allowed in YAML", "text without it", line, column));
            }
            column = c == '\n' ? 1 : column + 1;
            line = c == '\n' ? line + 1 : line;
        }
    }

    private static Position position(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
