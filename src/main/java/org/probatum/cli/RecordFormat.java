package org.probatum.cli;

/** The forms a record is given in, each by the media type that asks for it. */
enum RecordFormat {
    json("application/json"),
    md("text/markdown"),
    html("text/html"),
    pdf("application/pdf");

    private final String mediaType;

    RecordFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }
}
