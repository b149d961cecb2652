package org.probatum.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void is_the_one_that_the_specification_publishes() {
        String signed =
                Signature.of(List.of(SECRET), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}");

        assertThat(signed).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void is_one_for_each_secret_while_two_are_valid() {
        String both = Signature.of(List.of("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", SECRET), "msg_1", 1, "{}");

        assertThat(both.split(" ")).hasSize(2).allMatch(one -> one.startsWith("v1,"));
        assertThat(both).endsWith(" " + Signature.of(List.of(SECRET), "msg_1", 1, "{}"));
    }
}
