package org.probatum.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.probatum.support.Route;

/** The table of routes and the resources say the same: what is not in the table, nobody has thought about. */
class RoutesTest {
    private static final List<JavaMethod> METHODS = new ClassFileImporter()
            .importPath(java.nio.file.Path.of("target", "classes", "org", "probatum")).stream()
                    .filter(type -> type.isAnnotatedWith(Path.class))
                    .flatMap(type -> type.getMethods().stream())
                    .filter(method -> verb(method).isPresent())
                    .toList();

    @Test
    void finds_the_resources() {
        assertThat(METHODS).hasSizeGreaterThan(60);
    }

    @Test
    void has_every_route_in_the_table_and_no_other() {
        Set<String> declared = METHODS.stream().map(RoutesTest::words).collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = Route.table().stream().map(Route::words).collect(Collectors.toCollection(TreeSet::new));

        assertThat(declared)
                .as("a new route goes into src/test/resources/routes.txt with who may call it and something valid to"
                        + " send; one that is gone leaves it")
                .isEqualTo(listed);
    }

    @Test
    void says_of_every_route_who_may_call_it() {
        assertThat(METHODS)
                .as("put @RolesAllowed with a reach of Access on the method, or @PermitAll if it shows nothing of"
                        + " anybody's")
                .allMatch(method ->
                        method.isAnnotatedWith(RolesAllowed.class) != method.isAnnotatedWith(PermitAll.class));
    }

    @Test
    void lets_in_whom_the_table_lets_in() {
        for (JavaMethod method : METHODS) {
            Route route = Route.table().stream()
                    .filter(one -> one.words().equals(words(method)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(words(method) + " is not in routes.txt"));

            Set<String> reach = method.tryGetAnnotationOfType(RolesAllowed.class)
                    .map(allowed -> Set.of(allowed.value()))
                    .orElse(Set.of());

            assertThat(reach).as(method.getFullName()).isEqualTo(new HashSet<>(route.who()));
        }
    }

    @Test
    void hides_no_route_behind_another_resource() {
        List<String> locators = new ClassFileImporter()
                .importPath(java.nio.file.Path.of("target", "classes", "org", "probatum")).stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Path.class))
                        .filter(method ->
                                verb(method).isEmpty() || !method.getOwner().isAnnotatedWith(Path.class))
                        .map(JavaMethod::getFullName)
                        .toList();

        assertThat(locators)
                .as("a resource found through another, or declared on an interface, escapes the table of routes")
                .isEmpty();
    }

    private static String words(JavaMethod method) {
        String base = path(method.getOwner());
        String rest = method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        String joined = rest.isEmpty() ? base : base.replaceFirst("/$", "") + "/" + rest.replaceFirst("^/", "");
        return verb(method).orElseThrow() + " " + joined.replaceAll("\\{(\\w+)\\s*:(?:[^{}]|\\{[^{}]*\\})*\\}", "{$1}");
    }

    private static String path(JavaClass type) {
        return type.getAnnotationOfType(Path.class).value();
    }

    private static Optional<String> verb(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .filter(type -> type.getPackageName().equals("jakarta.ws.rs"))
                .map(JavaClass::getSimpleName)
                .filter(name -> name.matches("[A-Z]+"))
                .findFirst();
    }
}
