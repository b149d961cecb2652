package org.probatum.decision.web;

import jakarta.persistence.Query;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What somebody searches for: words that a title has in any order and case, each anywhere in it. */
record Words(List<String> each) {
    private static final int MOST = 8;

    static Words of(CardFilter filter) {
        return new Words(Arrays.stream(filter.words().split("\\s+")).limit(MOST).toList());
    }

    int count() {
        return each.size();
    }

    /** That a title has the word. */
    static String one(String title, int word) {
        return title + " ilike :word" + word;
    }

    /** That a title has all of them. */
    String all(String title) {
        return IntStream.range(0, count()).mapToObj(word -> one(title, word)).collect(Collectors.joining(" and "));
    }

    /** The same, where an index of titles is asked for one of them alone. */
    String all(String title, int asked) {
        return IntStream.range(0, count())
                .mapToObj(word -> one(word == asked ? title : "(" + title + " || '')", word))
                .collect(Collectors.joining(" and "));
    }

    Query bind(Query query) {
        for (int word = 0; word < count(); word++) {
            query.setParameter("word" + word, pattern(each.get(word)));
        }
        return query;
    }

    private static String pattern(String word) {
        return "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
