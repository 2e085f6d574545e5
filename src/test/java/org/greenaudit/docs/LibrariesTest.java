package org.greenaudit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.testing.Markdown;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators are told of the libraries inside is what the build resolves. */
class LibrariesTest {

    private static final Path DOCS = Path.of("src", "docs");
    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(.*?)</artifactId>");
    private static final String STARTER = "spring-boot-starter";

    /** By the artifact: {@code …/com/h2database/h2/2.4.240/h2-2.4.240.jar}. */
    private static Map<String, String> resolved() {
        Map<String, String> versions = new TreeMap<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path jar = Path.of(entry);
            if (entry.endsWith(".jar") && jar.getNameCount() > 2) {
                Path version = jar.getParent();
                versions.put(
                        version.getParent().getFileName().toString(),
                        version.getFileName().toString());
            }
        }
        return versions;
    }

    @ParameterizedTest
    @CsvSource({"scheduling.md, Libraries inside", "scheduling.zh-CN.md, 内含的程序库"})
    void theTableHasEachLibraryInTheVersionThatIsUsed(String page, String heading) throws IOException {
        Markdown.Table table = Markdown.read(DOCS.resolve(page)).tables().stream()
                .filter(one -> one.heading().equals(heading))
                .findFirst()
                .orElseThrow();
        Map<String, String> resolved = resolved();
        for (int i = 0; i < table.rows().size(); i++) {
            String library = table.names().get(i);
            assertThat(table.rows().get(i).get(1)).as(library).isEqualTo(resolved.get(library));
        }
        assertThat(table.names()).containsAll(direct());
    }

    /** What the build names itself, without tests and the starters, which bring others. */
    private static List<String> direct() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String own = pom.substring(pom.indexOf("<dependencies>"), pom.indexOf("</dependencies>"));
        return DEPENDENCY
                .matcher(own)
                .results()
                .map(MatchResult::group)
                .filter(dependency -> !dependency.contains("<scope>test</scope>"))
                .map(dependency -> {
                    Matcher artifact = ARTIFACT.matcher(dependency);
                    assertThat(artifact.find()).as(dependency).isTrue();
                    return artifact.group(1);
                })
                .filter(artifact -> !artifact.startsWith(STARTER))
                .toList();
    }
}
