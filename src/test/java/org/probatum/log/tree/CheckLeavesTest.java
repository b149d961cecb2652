package org.probatum.log.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.probatum.log.tree.CheckLeaves.Outcome;

class CheckLeavesTest {
    private record Row(byte[] content, Hash hash) {}

    private final List<byte[]> contents = IntStream.range(0, 1_000)
            .mapToObj(i -> Integer.toString(i).getBytes(StandardCharsets.US_ASCII))
            .toList();
    private final Hash root = new Naive(Naive.counting(1_000)).root(1_000);

    @Test
    void a_log_that_was_not_touched_is_sound() {
        assertThat(CheckLeaves.contents(contents, 1_000, root)).isEqualTo(new Outcome.Sound());
        assertThat(stored(rows(), 1_000)).isEqualTo(new Outcome.Sound());
        assertThat(CheckLeaves.contents(List.of(), 0, Hashes.EMPTY)).isEqualTo(new Outcome.Sound());
    }

    @Test
    void the_first_leaf_that_was_altered_is_named() {
        List<Row> rows = rows();
        rows.set(17, new Row(new byte[] {1}, rows.get(17).hash()));
        rows.set(900, new Row(new byte[] {2}, rows.get(900).hash()));

        assertThat(stored(rows, 1_000)).isEqualTo(new Outcome.Altered(17));
    }

    @Test
    void a_leaf_that_was_replaced_with_its_hash_changes_the_root() {
        List<Row> rows = rows();
        rows.set(17, new Row(new byte[] {1}, Hashes.leaf(new byte[] {1})));

        assertThat(stored(rows, 1_000)).isInstanceOf(Outcome.Replaced.class).isNotEqualTo(new Outcome.Replaced(root));
        assertThat(CheckLeaves.contents(contents, 1_000, Hashes.EMPTY)).isEqualTo(new Outcome.Replaced(root));
    }

    @Test
    void leaves_that_changed_places_change_the_root() {
        List<byte[]> exchanged = new ArrayList<>(contents);
        exchanged.set(3, contents.get(4));
        exchanged.set(4, contents.get(3));

        assertThat(CheckLeaves.contents(exchanged, 1_000, root)).isInstanceOf(Outcome.Replaced.class);
    }

    @Test
    void leaves_that_lack_or_were_added_are_counted() {
        assertThat(CheckLeaves.contents(contents.subList(0, 999), 1_000, root)).isEqualTo(new Outcome.Miscounted(999));
        assertThat(CheckLeaves.contents(contents, 998, root)).isEqualTo(new Outcome.Miscounted(999));
        assertThat(CheckLeaves.contents(contents, 0, Hashes.EMPTY)).isEqualTo(new Outcome.Miscounted(1));
        assertThat(CheckLeaves.contents(contents, -1, Hashes.EMPTY)).isEqualTo(new Outcome.Miscounted(1_000));
    }

    private Outcome stored(List<Row> rows, long size) {
        return CheckLeaves.stored(rows, Row::content, Row::hash, size, root);
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        contents.forEach(content -> rows.add(new Row(content, Hashes.leaf(content))));
        return rows;
    }
}
