package org.probatum.boot;

/** What the demo tells after its decisions' own stories: one situation each, through the actions that anybody would use. */
interface DemoChapter {
    /** Told in this order, least first. */
    int order();

    void tell();
}
