package org.probatum.rerun.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probatum.evidence.manifest.Dataset;

class DataLayoutTest {
    private static final String ONE = "sha256:" + "1".repeat(64);
    private static final String TWO = "sha256:" + "2".repeat(64);

    @ParameterizedTest
    @CsvSource({
        "https://data.example.org/q1/applications.csv, applications.csv",
        "https://data.example.org/q1/applications.csv?version=3#rows, applications.csv",
        "https://data.example.org, the_data",
        "https://data.example.org/, the_data",
        "s3://bucket/folder/x y.parquet, x_y.parquet",
        "file:///srv/data/.., _.",
        "file:/srv/data/.hidden, _hidden",
        "/srv/data/plain.csv, plain.csv",
        "https://data.example.org/a%2F..%2Fb, a_2F.._2Fb",
        "https://data.example.org/größe.csv, gr__e.csv",
    })
    void names_a_file_by_the_last_segment_of_its_address_made_safe(String uri, String name) {
        assertThat(DataLayout.file(dataset("the data", uri, ONE))).isEqualTo(name);
    }

    @Test
    void lays_the_same_content_named_for_two_splits_there_once() {
        DataLayout layout = DataLayout.of(List.of(
                dataset("train", "https://a.example.org/all.csv", ONE),
                dataset("test", "https://a.example.org/all.csv", ONE)));

        assertThat(layout.places()).containsOnlyKeys("all.csv");
        assertThat(layout.reasons()).isEmpty();
    }

    @Test
    void lays_different_files_of_one_name_below_the_names_of_their_datasets() {
        DataLayout layout = DataLayout.of(List.of(
                dataset("train/../..", "https://a.example.org/train/data.csv", ONE),
                dataset("test", "https://a.example.org/test/data.csv", TWO),
                dataset("other", "https://a.example.org/labels.csv", TWO)));

        assertThat(layout.places()).containsOnlyKeys("train_.._../data.csv", "test/data.csv", "labels.csv");
        assertThat(layout.reasons()).isEmpty();
    }

    @Test
    void refuses_a_file_where_a_folder_has_to_be() {
        DataLayout layout = DataLayout.of(List.of(
                dataset("labels", "https://a.example.org/train/data.csv", ONE),
                dataset("test", "https://a.example.org/test/data.csv", TWO),
                dataset("other", "https://a.example.org/labels", TWO)));

        assertThat(layout.reasons()).singleElement().satisfies(reason -> assertThat(reason.wrong())
                .isEqualTo("Another dataset would lie at labels in the data folder, too"));
    }

    private static Dataset dataset(String name, String uri, String digest) {
        return new Dataset(name, uri, null, digest, null, null, null);
    }
}
