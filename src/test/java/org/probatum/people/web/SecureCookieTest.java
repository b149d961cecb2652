package org.probatum.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import org.junit.jupiter.api.Test;
import org.probatum.people.SignIn;
import org.probatum.support.TestDatabase;

/** Where the service is reached over TLS alone, its cookies travel over nothing else. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SecureCookieTest {
    @Inject
    SignIn signIn;

    @Test
    void marks_the_session_secure_where_it_is_told_to() {
        assertThat(session(true).isSecure()).isTrue();
        assertThat(session(false).isSecure()).isFalse();
    }

    private NewCookie session(boolean secure) {
        return new SignInPage(signIn, false, secure).signOut(null).getCookies().get(Credentials.COOKIE);
    }
}
