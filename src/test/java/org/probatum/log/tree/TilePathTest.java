package org.probatum.log.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {
    /** The index 1234067 is the example of C2SP tlog-tiles, 123456078 and 3057500 those of golang.org/x/mod/sumdb/tlog. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, tile/0/000",
        "0, 1, 5, tile/0/001.p/5",
        "0, 273, 112, tile/0/273.p/112",
        "1, 0, 255, tile/1/000.p/255",
        "0, 999, 256, tile/0/999",
        "0, 1000, 256, tile/0/x001/000",
        "0, 1234067, 256, tile/0/x001/x234/067",
        "2, 3057500, 256, tile/2/x003/x057/500",
        "3, 123456078, 2, tile/3/x123/x456/078.p/2",
        "7, 0, 127, tile/7/000.p/127",
        "0, 36028797018963966, 256, tile/0/x036/x028/x797/x018/x963/966"
    })
    void a_tile_has_one_address(int level, long index, int width, String path) {
        Tile tile = new Tile(level, index, width);

        assertThat(TilePath.of(tile)).isEqualTo(path);
        assertThat(TilePath.parse(path)).contains(tile);
    }

    @Test
    void entries_have_that_of_the_tile_that_hashes_them() {
        Tile tile = new Tile(0, 1234067, 8);

        assertThat(TilePath.ofEntries(tile)).isEqualTo("tile/entries/x001/x234/067.p/8");
        assertThat(TilePath.parseEntries("tile/entries/x001/x234/067.p/8")).contains(tile);
        assertThat(TilePath.parseEntries("tile/0/x001/x234/067.p/8")).isEmpty();
        assertThat(TilePath.parse("tile/entries/x001/x234/067.p/8")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> TilePath.ofEntries(new Tile(1, 0, 8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile",
                "tile/",
                "tile/0",
                "tile/0/",
                "/tile/0/000",
                "tile/0/000/",
                "tile/0/0",
                "tile/0/00",
                "tile/0/0000",
                "tile/0/1234",
                "tile/0/x000/001",
                "tile/0/x000/x001/000",
                "tile/0/x001",
                "tile/0/x001/x000",
                "tile/0/001/000",
                "tile/0/x1/000",
                "tile/0/X001/000",
                "tile/0/x001//000",
                "tile/00/000",
                "tile/01/000",
                "tile/-1/000",
                "tile/+1/000",
                "tile/8/000",
                "tile/63/000",
                "tile/64/000",
                "tile/data/000",
                "tile/0/-01",
                "tile/0/+01",
                "tile/0/ 01",
                "tile/0/٠٠١",
                "tile/0/000.p",
                "tile/0/000.p/",
                "tile/0/000.p/0",
                "tile/0/000.p/01",
                "tile/0/000.p/256",
                "tile/0/000.p/300",
                "tile/0/000.p/1000",
                "tile/0/000.p/-1",
                "tile/0/000.p/5/",
                "tile/0/000.p/5 ",
                "tile/0/000.P/5",
                "tile/0/000?p=5",
                "tile/0/000\n",
                "tile/7/001.p/1",
                "tile/7/000",
                "tile/7/000.p/128",
                "tile/0/x036/x028/x797/x018/x963/968",
                "tile/0/x001/x001/x001/x001/x001/x001/001",
                "tile/0/x999/x999/x999/x999/x999/999",
                "tile/0/../000",
                "tile/0/000.p/5.p/5"
            })
    void anything_else_is_no_address(String path) {
        assertThat(TilePath.parse(path)).isEmpty();
        assertThat(TilePath.parseEntries(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/entries",
                "tile/entries/0",
                "tile/entries/x000/001",
                "tile/entries/x001",
                "tile/entries/000.p/0",
                "tile/entries/000.p/256",
                "tile/Entries/000",
                "tile/0/entries/000",
                "tile/entries/x036/x028/x797/x018/x963/968"
            })
    void nor_of_entries(String path) {
        assertThat(TilePath.parseEntries(path)).isEmpty();
    }
}
