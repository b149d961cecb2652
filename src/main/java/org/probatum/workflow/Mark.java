package org.probatum.workflow;

/** What a picture says about an element: a sign and a word, so that the state never rests on colour alone. */
enum Mark {
    DONE("✓", "done", "pp-done"),
    HERE("●", "here now", "pp-here"),
    ENDED("■", "ended here", "pp-ended");

    final String sign;
    final String word;
    final String cssClass;

    Mark(String sign, String word, String cssClass) {
        this.sign = sign;
        this.word = word;
        this.cssClass = cssClass;
    }
}
