package org.probatum.people;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.interfaces.BCryptPassword;
import org.wildfly.security.password.util.ModularCrypt;

/** A password as it is kept: only its bcrypt hash (cost 10, own random salt). */
public record Password(String hash) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COST = 10;

    /** The password for words somebody chose; bcrypt reads at most 72 bytes of them. */
    public static Password of(String words) {
        byte[] salt = new byte[BCryptPassword.BCRYPT_SALT_SIZE];
        RANDOM.nextBytes(salt);
        return new Password(BcryptUtil.bcryptHash(words, COST, salt));
    }

    /** These are the words the password was made of. */
    public boolean matches(String words) {
        try {
            var factory = PasswordFactory.getInstance(BCryptPassword.ALGORITHM_BCRYPT);
            var kept = factory.translate(ModularCrypt.decode(hash));
            return factory.verify(kept, words.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the kept hash is not a bcrypt hash", e);
        }
    }
}
