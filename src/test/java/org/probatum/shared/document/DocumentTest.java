package org.probatum.shared.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probatum.shared.document.Documents.json;
import static org.probatum.shared.document.Documents.yaml;

import org.junit.jupiter.api.Test;

class DocumentTest {
    @Test
    void knows_where_values_and_keys_stand_in_json() {
        Document document = json(
                "{\n  \"scope\": {\"outcomes\": [ {\"metric\":\n    \"auc\"},\n 7 ]},\n\t\"é😀\" : true\r\n, \"x\":null}");

        assertThat(document.valueAt("")).contains(new Position(1, 1));
        assertThat(document.keyAt("/scope")).contains(new Position(2, 3));
        assertThat(document.valueAt("/scope")).contains(new Position(2, 12));
        assertThat(document.keyAt("/scope/outcomes")).contains(new Position(2, 13));
        assertThat(document.valueAt("/scope/outcomes")).contains(new Position(2, 25));
        assertThat(document.valueAt("/scope/outcomes/0")).contains(new Position(2, 27));
        assertThat(document.keyAt("/scope/outcomes/0/metric")).contains(new Position(2, 28));
        assertThat(document.valueAt("/scope/outcomes/0/metric")).contains(new Position(3, 5));
        assertThat(document.valueAt("/scope/outcomes/1")).contains(new Position(4, 2));
        assertThat(document.keyAt("/é😀")).contains(new Position(5, 2));
        assertThat(document.valueAt("/é😀")).contains(new Position(5, 9));
        assertThat(document.keyAt("/x")).contains(new Position(6, 3));
        assertThat(document.valueAt("/x")).contains(new Position(6, 7));
    }

    @Test
    void knows_where_values_and_keys_stand_in_yaml() {
        Document document =
                yaml("# first\nscope:\n  outcomes:\n  - metric: auc\n  - {é😀: \"x\", b: [1, 2]}\r\nteam:   t\n");

        assertThat(document.valueAt("")).contains(new Position(2, 1));
        assertThat(document.keyAt("/scope")).contains(new Position(2, 1));
        assertThat(document.valueAt("/scope")).contains(new Position(3, 3));
        assertThat(document.valueAt("/scope/outcomes")).contains(new Position(4, 3));
        assertThat(document.keyAt("/scope/outcomes/0/metric")).contains(new Position(4, 5));
        assertThat(document.valueAt("/scope/outcomes/0/metric")).contains(new Position(4, 13));
        assertThat(document.keyAt("/scope/outcomes/1/é😀")).contains(new Position(5, 6));
        assertThat(document.keyAt("/scope/outcomes/1/b")).contains(new Position(5, 15));
        assertThat(document.valueAt("/scope/outcomes/1/b/1")).contains(new Position(5, 22));
        assertThat(document.valueAt("/team")).contains(new Position(6, 9));
    }

    @Test
    void finds_keys_that_pointers_must_escape() {
        Document document = json("{\"a/b\": {\"c~d\": [1]}, \"\": 2}");

        assertThat(document.valueAt("/a~1b/c~0d/0")).contains(new Position(1, 18));
        assertThat(document.keyAt("/")).contains(new Position(1, 23));
    }

    @Test
    void has_no_place_for_what_is_not_there_or_was_not_read_from_a_text() {
        assertThat(json("{\"a\": [1]}").valueAt("/a/1")).isEmpty();
        assertThat(json("{\"a\": [1]}").keyAt("/a/0")).isEmpty();
        assertThat(Document.of(json("{\"a\": [1]}").tree()).valueAt("/a")).isEmpty();
    }
}
