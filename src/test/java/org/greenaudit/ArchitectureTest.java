package org.greenaudit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keeps the packages as the design draws them: who may use whom, and a domain free of Spring, JDBC and the clock. */
class ArchitectureTest {

    private static final String ROOT = "org.greenaudit.";
    private static final String[] DOMAIN = {
        ROOT + "message..",
        ROOT + "catalog..",
        ROOT + "purchase..",
        ROOT + "matching..",
        ROOT + "rules..",
        ROOT + "assessment.."
    };

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.greenaudit");

    @Test
    void theDomainImportsNoSpringAndNoJdbc() {
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "com.zaxxer..", "org.h2..")
                .check(PROGRAM);
    }

    @Test
    void nothingInTheDomainReadsTheClock() {
        for (Class<?> type : List.of(LocalDate.class, LocalDateTime.class, Instant.class, ZonedDateTime.class)) {
            noClasses()
                    .that()
                    .resideInAnyPackage(DOMAIN)
                    .or()
                    .resideInAnyPackage(ROOT + "source..", ROOT + "report..", ROOT + "metrics..", ROOT + "sample..")
                    .should()
                    .callMethod(type, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .check(PROGRAM);
        }
    }

    /** Each package and the packages of the program that it may use. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "message    |",
                "catalog    | message",
                "purchase   | message",
                "matching   | message catalog purchase",
                "rules      | message catalog purchase matching",
                "assessment | message catalog purchase matching rules",
                "source     | message purchase",
                "sample     | message purchase",
                "store      | message catalog purchase matching rules assessment",
                "report     | message catalog purchase matching rules assessment store",
                "metrics    | message catalog purchase matching rules assessment store",
                "job        | message catalog purchase matching rules assessment source store report metrics"
            })
    void aPackageUsesOnlyWhatTheDesignAllows(String name, String allowed) {
        Set<String> may = allowed == null ? Set.of() : Set.of(allowed.trim().split(" "));
        Set<String> uses = new TreeSet<>();
        for (JavaClass type : PROGRAM.that(inPackage(name))) {
            type.getDirectDependenciesFromSelf().stream()
                    .map(d -> d.getTargetClass().getPackageName())
                    .filter(p -> p.startsWith(ROOT))
                    .map(p -> p.substring(ROOT.length()).split("\\.")[0])
                    .filter(p -> !p.equals(name))
                    .forEach(uses::add);
        }
        uses.removeAll(may);
        assertThat(uses).as("packages that %s may not use", name).isEmpty();
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(PROGRAM);
    }

    @Test
    void everyPackageTellsWhatLivesInIt() {
        Set<String> packages =
                PROGRAM.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        packages.remove("org.greenaudit");
        Set<String> told = PROGRAM.stream()
                .filter(c -> c.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        assertThat(told).containsAll(packages);
    }

    @Test
    void noDefaultCharsetOrZone() {
        noClasses()
                .should()
                .callMethod(java.time.ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(java.nio.charset.Charset.class, "defaultCharset")
                .orShould()
                .callMethod(java.util.Locale.class, "getDefault")
                .check(PROGRAM);
    }

    private static DescribedPredicate<JavaClass> inPackage(String name) {
        return DescribedPredicate.describe(
                "in " + name,
                c -> c.getPackageName().equals(ROOT + name)
                        || c.getPackageName().startsWith(ROOT + name + "."));
    }
}
