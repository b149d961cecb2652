package org.probatum.log.tree;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How tiles are addressed (C2SP tlog-tiles): {@code tile/0/x001/x234/067}, with {@code .p/112} behind when the tile has only 112
 * hashes. A bundle of entries has the address of the tile of level 0 that hashes them, with {@code entries} for the level. A
 * tile has one address; anything else is none.
 */
public final class TilePath {
    private static final Pattern FORM =
            Pattern.compile("tile/(entries|[0-7])/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");
    private static final String ENTRIES = "entries";

    private TilePath() {}

    /** The address of a tile of hashes. */
    public static String of(Tile tile) {
        return path(Integer.toString(tile.level()), tile);
    }

    /**
     * The address of the entries that a tile hashes.
     *
     * @throws IllegalArgumentException unless it is of level 0
     */
    public static String ofEntries(Tile tile) {
        if (tile.level() != 0) {
            throw new IllegalArgumentException("entries are hashed by tiles of level 0, not " + tile.level());
        }
        return path(ENTRIES, tile);
    }

    /** The tile of hashes with this address; empty when that is no address of one. */
    public static Optional<Tile> parse(String path) {
        Matcher form = FORM.matcher(path);
        return form.matches() && !form.group(1).equals(ENTRIES)
                ? tile(Integer.parseInt(form.group(1)), form).filter(tile -> of(tile).equals(path))
                : Optional.empty();
    }

    /** The tile that hashes the entries with this address; empty when that is no address of any. */
    public static Optional<Tile> parseEntries(String path) {
        Matcher form = FORM.matcher(path);
        return form.matches() && form.group(1).equals(ENTRIES)
                ? tile(0, form).filter(tile -> ofEntries(tile).equals(path))
                : Optional.empty();
    }

    private static String path(String level, Tile tile) {
        StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "%03d", tile.index() % 1000));
        for (long rest = tile.index() / 1000; rest > 0; rest /= 1000) {
            path.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
        }
        return "tile/" + level + "/" + path + (tile.isFull() ? "" : ".p/" + tile.width());
    }

    private static Optional<Tile> tile(int level, Matcher form) {
        long index = Long.parseLong(form.group(2).replaceAll("[x/]", ""));
        int width = form.group(3) == null ? Tile.FULL : Integer.parseInt(form.group(3));
        try {
            return Optional.of(new Tile(level, index, width));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
