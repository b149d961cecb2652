package org.probatum.risk.web;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The register's query parameters, as they come. */
public class RiskQuery {
    @QueryParam("q")
    @Nullable
    String words;

    @QueryParam("team")
    @Nullable
    String team;

    @QueryParam("owner")
    @Nullable
    String owner;

    @QueryParam("level")
    @Nullable
    String level;

    @QueryParam("state")
    @Nullable
    String state;

    @QueryParam("before")
    @Nullable
    String before;

    @QueryParam("inherent")
    @Nullable
    String inherent;

    @QueryParam("residual")
    @Nullable
    String residual;

    @QueryParam("after")
    @Nullable
    String after;

    @QueryParam("limit")
    @Nullable
    String limit;
}
