package org.probatum.shared.document;

/** A place in a text: line and column, counted from 1; a column is a Unicode character. */
public record Position(int line, int column) {}
