package org.probatum.gate.web;

import jakarta.ws.rs.core.MultivaluedMap;

/** What was typed into one of a page's forms when it was refused; the form is empty when nothing was. */
record Typed(String form, MultivaluedMap<String, String> sent) {
    /** What was typed into a field of a form. */
    public String of(String into, String name) {
        String value = form.equals(into) ? sent.getFirst(name) : null;
        return value == null ? "" : value;
    }
}
