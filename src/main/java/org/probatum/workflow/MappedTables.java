package org.probatum.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;

/**
 * The engine's list of statements without those for tables that are off here: history, cases, batches, identities, metrics
 * and reports. Reading them all took nearly half of a start. Whatever would still ask for one fails, loudly.
 */
final class MappedTables {
    private static final String LIST = "org/camunda/bpm/engine/impl/mapping/mappings.xml";
    private static final Pattern OFF = Pattern.compile(
            ".*/(Historic\\w+|Case\\w+|Batch|User|UserOperationLogEntry|Group|Membership|TenantMembership|IdentityInfo"
                    + "|Attachment|Comment|Filter|Metrics|TaskMetrics|Statistics|Report|DecisionDefinition"
                    + "|DecisionRequirementsDefinition|CamundaFormDefinition)\\.xml.*");

    private MappedTables() {}

    static InputStream list() {
        try (InputStream in = ProcessEngine.class.getClassLoader().getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException("the engine's library lacks " + LIST);
            }
            String kept = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !OFF.matcher(line).matches())
                    .collect(Collectors.joining("\n"));
            return new ByteArrayInputStream(kept.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
