package org.probatum.shared.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Answers leave out what is not set, and write numbers without exponents, as stored documents do. */
@Singleton
class JsonAnswers implements ObjectMapperCustomizer {
    @Override
    @SuppressWarnings("deprecation") // the builder's StreamWriteFeature is not reachable on a mapper already built
    public void customize(ObjectMapper mapper) {
        mapper.setSerializationInclusion(JsonInclude.Include.NON_NULL);
        mapper.configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);
    }
}
