package org.probatum.shared.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.probatum.shared.Problem;

/** A form with a field that has no name cannot be read, which is the sender's fault and not ours. */
@Provider
class FormReading implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
        if (!MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(reading.getMediaType())) {
            return reading.proceed();
        }
        try {
            return reading.proceed();
        } catch (ArrayIndexOutOfBoundsException | IllegalArgumentException e) {
            throw Problem.malformed("the form is not written as forms are", null, null);
        }
    }
}
