package org.probatum.risk;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

/** Where nothing keeps accepted excesses, none is accepted. */
@DefaultBean
@Singleton
class NoExcessAccepted implements ExcessAcceptances {
    @Override
    public boolean covers(long teamId, Appetite.Breach breach) {
        return false;
    }
}
