package org.greenaudit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the packages as the design draws them: who may use whom, and a domain free of Spring, JDBC and the clock. */
class ArchitectureTest {

    private static final String ROOT = "org.greenaudit.";
    private static final Pattern ARROW = Pattern.compile("(\\w+) --> (\\w+)");
    private static final int FULL = 35;
    private static final String[] DOMAIN = {
        ROOT + "text..",
        ROOT + "message..",
        ROOT + "catalog..",
        ROOT + "purchase..",
        ROOT + "matching..",
        ROOT + "rules..",
        ROOT + "assessment..",
        ROOT + "decision.."
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

    /** Each package, and those that it may use beside what they themselves may use. */
    private static final String LAYOUT =
            """
            text                |
            message             | text
            catalog             | message
            catalog.name        | catalog
            catalog.certificate | catalog.name
            catalog.table       | catalog.name
            catalog.load        | catalog.certificate catalog.table
            purchase            | message
            matching.phrase     | catalog
            matching            | matching.phrase purchase
            rules.certificate   | matching catalog.certificate
            rules.integrity     | matching
            rules               | rules.certificate rules.integrity
            assessment          | rules
            decision            | rules
            file                | message
            settings            | file
            source              | purchase settings
            source.sheet        | source
            source.csv          | source.sheet
            source.mysql        | source
            sample.scenario     | purchase
            sample              | sample.scenario
            store.database      | settings
            store               | store.database assessment decision source
            report.seal         | message
            report.data         | store assessment
            report.html         | report.data
            report.table        | report.html
            report              | report.table report.seal
            feedback            | store source.sheet
            metrics             | store assessment
            job.config          | store report source.csv source.mysql
            job.step            | job.config metrics catalog.load
            job.broker          | job.step
            job                 | job.broker
            check               | job.config
            portal.access       | message
            portal.finding      | portal.access store report.table
            portal.night        | job
            portal.desk         | portal.finding portal.night feedback
            portal.api          | portal.desk
            portal.upload       | check
            portal              | portal.api portal.upload
            portal.catalog      | portal
            worker              | job
            cli                 | portal worker sample
            """;

    private static final Map<String, Set<String>> MAY_USE = mayUse();

    static Set<String> packages() {
        return MAY_USE.keySet();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageUsesOnlyWhatTheLayoutAllows(String name) {
        Set<String> uses = PROGRAM.that(inPackage(name)).stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getPackageName())
                .filter(other -> other.startsWith(ROOT))
                .map(other -> other.substring(ROOT.length()))
                .filter(other -> !other.equals(name))
                .collect(Collectors.toCollection(TreeSet::new));
        uses.removeAll(MAY_USE.get(name));
        assertThat(uses).as("packages that %s may not use", name).isEmpty();
    }

    @Test
    void everyPackageIsInTheLayout() {
        Set<String> packages = packagesOfTheProgram();
        packages.remove("org.greenaudit");
        assertThat(packages).allMatch(name -> MAY_USE.containsKey(name.substring(ROOT.length())));
        assertThat(packages).hasSameSizeAs(MAY_USE.keySet());
    }

    @Test
    void thePictureInTheHandbookIsTheLayout() throws IOException {
        String page = Files.readString(Path.of("src", "docs", "architecture.md"));
        Set<String> drawn = ARROW.matcher(page)
                .results()
                .map(arrow -> (arrow.group(1) + " " + arrow.group(2)).replace('_', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> layout = new TreeSet<>();
        rows().forEach((name, used) -> used.forEach(other -> layout.add(name + " " + other)));
        assertThat(drawn).isEqualTo(layout);
    }

    @Test
    void noPackageIsTooFullToFindOnesWay() {
        Map<String, Long> files = PROGRAM.stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(files).allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(FULL));
    }

    @Test
    void noTwoTypesHaveTheSameName() {
        Map<String, Long> names = PROGRAM.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.counting()));
        assertThat(names).allSatisfy((name, count) -> assertThat(count).as(name).isEqualTo(1));
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(PROGRAM);
    }

    @Test
    void everyPackageTellsWhatLivesInIt() {
        Set<String> packages = packagesOfTheProgram();
        packages.remove("org.greenaudit");
        Set<String> described = PROGRAM.stream()
                .filter(c -> c.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        assertThat(described).containsAll(packages);
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

    private static Set<String> packagesOfTheProgram() {
        return PROGRAM.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The rows of the layout; a row may name only packages of the rows above it. */
    private static Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : LAYOUT.strip().split("\n")) {
            String[] cells = line.split("\\|", -1);
            rows.put(
                    cells[0].strip(),
                    Stream.of(cells[1].strip().split(" +"))
                            .filter(other -> !other.isEmpty())
                            .toList());
        }
        return rows;
    }

    /** What each package may use, through others as well. */
    private static Map<String, Set<String>> mayUse() {
        Map<String, Set<String>> layout = new LinkedHashMap<>();
        rows().forEach((name, used) -> {
            Set<String> allowed = new TreeSet<>(used);
            used.forEach(other -> allowed.addAll(layout.get(other)));
            layout.put(name, allowed);
        });
        return layout;
    }

    private static DescribedPredicate<JavaClass> inPackage(String name) {
        return DescribedPredicate.describe(
                "in " + name, type -> type.getPackageName().equals(ROOT + name));
    }
}
