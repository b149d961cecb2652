package org.probatum;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;

/** The rooms of the house and the one direction of its imports. */
@AnalyzeClasses(packages = "org.probatum", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Each may use those before it. */
    private static final List<String> ROAD = List.of(
            "shared", "people", "log", "decision", "evidence", "rerun", "risk", "gate", "policy", "publication");

    @ArchTest
    static void imports_point_one_way(com.tngtech.archunit.core.domain.JavaClasses all) {
        for (int i = 0; i < ROAD.size(); i++) {
            List<String> later = new ArrayList<>(ROAD.subList(i + 1, ROAD.size()));
            later.addAll(List.of("inbox", "notification", "workflow", "cli", "boot"));
            noClasses()
                    .that()
                    .resideInAPackage(room(ROAD.get(i)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            later.stream().map(ArchitectureTest::room).toArray(String[]::new))
                    .because("a feature is understood by reading it and what stands to its left, never the whole")
                    .check(all);
        }
    }

    @ArchTest
    static final ArchRule the_log_is_reckoned_without_us = classes()
            .that()
            .resideInAnyPackage("org.probatum.log.tree..", "org.probatum.log.note..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.bouncycastle..",
                    "org.jspecify..",
                    "org.probatum.shared",
                    "org.probatum.log.tree..",
                    "org.probatum.log.note..")
            .because(
                    "trees, proofs and notes are checked offline by people who have nothing of ours but these classes");

    @ArchTest
    static final ArchRule nobody_imports_who_listens = noClasses()
            .that()
            .resideOutsideOfPackage(room("inbox"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(room("inbox"))
            .because("the inbox follows what happens; whoever makes it happen must not wait for it");

    @ArchTest
    static final ArchRule nobody_imports_who_tells = noClasses()
            .that()
            .resideOutsideOfPackages(room("notification"), room("boot"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(room("notification"))
            .because("what happens is told after it happened; nothing waits for it, and nothing knows that it is told");

    @ArchTest
    static final ArchRule nobody_imports_a_channel = noClasses()
            .that()
            .resideOutsideOfPackage("org.probatum.notification.channel..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.probatum.notification.channel..")
            .because("a channel is found by its port, so that another is added without touching anything");

    @ArchTest
    static final ArchRule nobody_imports_a_kind_of_tracker = noClasses()
            .that()
            .resideOutsideOfPackage("org.probatum.evidence.tracker.mlflow..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.probatum.evidence.tracker.mlflow..")
            .because("a kind of tracker is found by its port, so that another is added without touching anything");

    @ArchTest
    static void nobody_imports_an_executor(com.tngtech.archunit.core.domain.JavaClasses all) {
        for (String executor : List.of("local", "slurm", "kubernetes")) {
            String folder = "org.probatum.rerun.executor." + executor + "..";
            noClasses()
                    .that()
                    .resideOutsideOfPackage(folder)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(folder)
                    .because("an executor is found by its port, so that another is added without touching anything")
                    .check(all);
        }
    }

    @ArchTest
    static final ArchRule only_one_class_calls_typed_addresses = noClasses()
            .that()
            .resideOutsideOfPackages("org.probatum.shared.outbound..", room("cli"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hc..", "java.net.http..")
            .because("an address that somebody typed is checked before it is connected to, by the class that connects");

    @ArchTest
    static final ArchRule git_and_signatures_are_fenced = noClasses()
            .that()
            .resideOutsideOfPackage("org.probatum.rerun.workspace..")
            .and()
            .doNotHaveFullyQualifiedName("org.probatum.boot.DemoRepository")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.jgit..", "software.amazon.awssdk..")
            .because(
                    "git reads addresses and repositories that strangers made; its fences are in one place; the demo makes one of its own");

    @ArchTest
    static final ArchRule nobody_imports_the_workflow = noClasses()
            .that()
            .resideOutsideOfPackage(room("workflow"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(room("workflow"))
            .because("the domain decides and knows the workflow by its port alone, so that the engine can be replaced");

    @ArchTest
    static final ArchRule nobody_imports_the_start = noClasses()
            .that()
            .resideOutsideOfPackage(room("boot"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(room("boot"))
            .because("what starts everything is known to nothing");

    @ArchTest
    static final ArchRule the_command_line_stands_alone = classes()
            .that()
            .resideInAPackage(room("cli"))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.net.ssl..",
                    "org.jspecify..",
                    "picocli..",
                    "com.fasterxml.jackson..",
                    "org.probatum.shared",
                    "org.probatum.shared.document..",
                    "org.probatum.log.tree..",
                    "org.probatum.log.note..",
                    "org.probatum.publication..",
                    room("cli"))
            .because("it runs where there is no service, no database and no configuration, and is up in a moment");

    @ArchTest
    static final ArchRule nobody_imports_the_command_line = noClasses()
            .that()
            .resideOutsideOfPackages(room("cli"), room("boot"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(room("cli"))
            .because("it speaks to the service over HTTP, as any program does");

    @ArchTest
    static final ArchRule the_engine_is_fenced = noClasses()
            .that()
            .resideOutsideOfPackage(room("workflow"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("the engine's last release is behind one port, and its known holes are reached through its API");

    @ArchTest
    static final ArchRule models_know_no_pages = noClasses()
            .that()
            .resideOutsideOfPackages("org.probatum..web..", room("boot"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.probatum..web..", "jakarta.ws.rs..", "io.quarkus.qute..", "io.vertx..")
            .because("an action is the same whoever calls it: a page, a program or the process");

    @ArchTest
    static final ArchRule routes_live_in_web_rooms = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .resideInAPackage("org.probatum..web..")
            .because("whoever looks for an address finds it in its feature's web room");

    @ArchTest
    static final ArchRule pages_open_no_transactions = noClasses()
            .that(resideInAPackage("org.probatum..web..").and(not("org.probatum.shared.web.Once")))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Transactional.class)
            .because("a transaction is an action's; only the answer to a request that names itself commits with one");

    @ArchTest
    static final ArchRule transactions_are_on_public_methods = methods()
            .that()
            .areAnnotatedWith(Transactional.class)
            .should()
            .notBePrivate()
            .because("a private method is called past the interceptor and would have no transaction");

    @ArchTest
    static final ArchRule entities_are_not_wire_formats = noClasses()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.fasterxml.jackson..", "jakarta.ws.rs.."))
            .because("what is stored changes for its own reasons, what is served for its readers'");

    @ArchTest
    static final ArchRule names_say_what_a_thing_does = noClasses()
            .should()
            .haveNameMatching(".*(Service|Impl|Manager|Helper|Utils?|Dto|Mapper|Processor)")
            .because("such a name says that nobody knew what the thing is");

    @ArchTest
    static final ArchRule dependencies_are_given_to_constructors =
            noFields().should().beAnnotatedWith(Inject.class).because("what a class needs is seen where it is made");

    @ArchTest
    static final ArchRule time_comes_from_the_one_clock = noClasses()
            .that(resideInAPackage("org.probatum..")
                    .and(not("org.probatum.shared.web.Words"))
                    .and(DescribedPredicate.not(resideInAnyPackage(room("boot"), "org.probatum..web.."))))
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("due dates are tested by one clock");

    @ArchTest
    static final ArchRule packages_are_described = classes()
            .that()
            .haveSimpleName("package-info")
            .should()
            .beAnnotatedWith("org.jspecify.annotations.NullMarked")
            .because("null is said where it is true and nowhere else");

    @ArchTest
    static final ArchRule no_raw_threads = noClasses()
            .that()
            .resideOutsideOfPackage(room("boot"))
            .should()
            .callConstructor(Thread.class, Runnable.class)
            .because("nodes run what the engine's jobs and the server's pool give them");

    private static String room(String feature) {
        return "org.probatum." + feature + "..";
    }

    private static DescribedPredicate<JavaClass> not(String name) {
        return DescribedPredicate.describe(
                "not " + name,
                type -> !type.getName().equals(name) && !type.getName().startsWith(name + "$"));
    }
}
