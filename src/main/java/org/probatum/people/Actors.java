package org.probatum.people;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Json;

/** Who is behind a secret: one statement a request, straight to the database, so that a revoked secret is dead at once. */
@ApplicationScoped
public class Actors {
    private static final String WHO = """
            select p.id, p.username, p.name, p.platform_roles, p.competences, c.scopes,
                   array(select m.team_id || ':' || array_to_string(m.roles, ',') from membership m where m.person_id = p.id),
                   (select json_agg(json_build_object('id', a.id, 'username', a.username, 'name', a.name,
                           'team', s.team_id, 'competences', a.competences, 'roles',
                           (select json_object_agg(m.team_id, m.roles) from membership m
                            join membership own on own.team_id = m.team_id and own.person_id = p.id
                            where m.person_id = a.id and (s.team_id is null or s.team_id = m.team_id))) order by a.name)
                    from delegation_span s join person a on a.id = s.from_id
                    where s.to_id = p.id and s.from_at <= c.moment and s.until_at > c.moment)
            from (%s) c join person p on p.id = c.person_id and (not p.demo or ?)
            """;
    private static final String BY_SESSION = WHO.formatted(
            "select person_id, null::text[] as scopes, moment from session, (select ?::timestamptz as moment) now"
                    + " where secret_hash = ? and expires_at > moment");
    private static final String BY_TOKEN =
            WHO.formatted("select person_id, scopes, moment from api_token, (select ?::timestamptz as moment) now"
                    + " where secret_hash = ? and expires_at > moment and revoked_at is null");

    private static final String BY_PERSON = WHO.formatted(
            "select id as person_id, null::text[] as scopes, moment from person, (select ?::timestamptz as moment)"
                    + " now where id = ?");

    private final AgroalDataSource database;
    private final Clock clock;
    private final boolean demo;

    Actors(
            AgroalDataSource database,
            Clock clock,
            @ConfigProperty(name = "probatum.demo", defaultValue = "false") boolean demo) {
        this.database = database;
        this.clock = clock;
        this.demo = demo;
    }

    /** Whoever holds the session. */
    public Optional<Actor> bySession(Secret secret) {
        return ask(BY_SESSION, secret.hash());
    }

    /** Whoever's token it is, reaching as far as the token does. */
    public Optional<Actor> byToken(Secret secret) {
        return ask(BY_TOKEN, secret.hash());
    }

    /** Somebody for whom the service goes on with what they asked for, as far as they reach by now. */
    public Optional<Actor> byPerson(long id) {
        return ask(BY_PERSON, id);
    }

    private Optional<Actor> ask(String sql, Object key) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setTimestamp(1, Timestamp.from(clock.instant()));
            statement.setObject(2, key);
            statement.setBoolean(3, demo);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(actor(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database did not say who is asking", e);
        }
    }

    private static Actor actor(ResultSet row) throws SQLException {
        Set<PlatformRole> platformRoles =
                Arrays.stream(texts(row.getArray(4))).map(PlatformRole::valueOf).collect(Collectors.toSet());
        Set<Competence> competences =
                Arrays.stream(texts(row.getArray(5))).map(Competence::valueOf).collect(Collectors.toSet());
        Set<String> access = new HashSet<>(Set.of(Access.READ, Access.FILE, Access.REVIEW, Access.ADMIN));
        Array scopes = row.getArray(6);
        if (scopes != null) {
            access.retainAll(Set.of(texts(scopes)));
        }
        if (!platformRoles.contains(PlatformRole.PLATFORM_OWNER)) {
            access.remove(Access.ADMIN);
        }
        Map<Long, Set<TeamRole>> memberships = new HashMap<>();
        for (String membership : texts(row.getArray(7))) {
            int colon = membership.indexOf(':');
            memberships.put(
                    Long.valueOf(membership.substring(0, colon)),
                    Arrays.stream(membership.substring(colon + 1).split(","))
                            .map(TeamRole::valueOf)
                            .collect(Collectors.toSet()));
        }
        return new Actor(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                platformRoles,
                competences,
                memberships,
                access,
                standsFor(row.getString(8), access.contains(Access.REVIEW)));
    }

    /** Whom they stand in for; a token that does not review decides nothing for them, and is barred as they are. */
    private static List<StandIn> standsFor(@Nullable String told, boolean reviews) {
        if (told == null) {
            return List.of();
        }
        return Arrays.stream(Json.read(told, StandIn[].class))
                .map(absent -> reviews ? absent : absent.lendingNothing())
                .toList();
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}
