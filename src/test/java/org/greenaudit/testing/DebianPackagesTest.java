package org.greenaudit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages come by any user's apt, whole or not at all, and a failure says why and what to install. */
class DebianPackagesTest {

    @TempDir
    private Path folder;

    private Path packages;
    private Path programs;
    private Path calls;

    @BeforeEach
    void folders() throws IOException {
        packages = folder.resolve("packages");
        programs = Files.createDirectory(folder.resolve("programs"));
        calls = Files.createFile(folder.resolve("calls"));
    }

    /** From the machine's own sources; the one test here that needs them. */
    @Test
    void aRealLibraryIsFetchedIntoAnEmptyFolder() throws IOException {
        Path library = Libaio.fetched(new DebianPackages(packages, Programs.path()));
        assertThat(library).startsWith(packages.resolve("libaio1")).isNotEmptyFile();
        assertThat(names(packages)).containsExactlyInAnyOrder("libaio1", "lists", "lock");
        assertThat(names(packages.resolve("lists"))).anyMatch(name -> name.contains("Packages"));

        Path linked = Libaio.linked(library, folder.resolve("linked")).resolve("libaio.so.1");
        assertThat(linked).hasSameBinaryContentAs(library);
    }

    @Test
    void theLibraryGetsTheNameThatMySqlAsksForHoweverOften() throws IOException {
        Path library = Files.writeString(folder.resolve("libaio.so.1t64"), "new");
        Libaio.linked(Files.writeString(folder.resolve("libaio.so.1"), "old"), folder.resolve("linked"));
        Path linked = Libaio.linked(library, folder.resolve("linked"));
        assertThat(names(linked)).containsExactly("libaio.so.1");
        assertThat(linked.resolve("libaio.so.1")).hasContent("new");
    }

    @Test
    void withoutAptTheFailureSaysWhatToInstall() {
        assertThatThrownBy(() -> mine().unpacked("the program sheepdog", "sheep", "sheep64"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("This test needs the program sheepdog, which is not on this machine and cannot be fetched:"
                        + " there is no apt-get.\nInstall it. Debian and Ubuntu:"
                        + " apt-get install -y --no-install-recommends sheep or, in other releases, sheep64");
    }

    @Test
    void withoutDpkgTheFailureSaysSo() throws IOException {
        program("apt-get", "");
        assertThatThrownBy(() -> mine().unpacked("it", "sheep"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("there is no dpkg.");
    }

    @Test
    void whatAptComplainsOfIsToldEachTimeAndTriedOnce() throws IOException {
        program("apt-get", "echo \"E: no network for $4\"; exit 100");
        program("dpkg", "");
        DebianPackages mine = mine();
        for (int time = 0; time < 3; time++) {
            assertThatThrownBy(() -> mine.unpacked("it", "sheep"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("E: no network for update\nE: no network for download")
                    .hasMessageContaining("apt-get install -y --no-install-recommends sheep");
        }
        assertThat(calls).hasContent("apt-get update \napt-get download sheep\n");
        assertThat(names(packages)).containsExactlyInAnyOrder("lists", "lock");
    }

    @Test
    void aPackageIsTakenByTheNameThatTheReleaseKnows() throws IOException {
        program("apt-get", "case $4$5 in downloadsheep) exit 100;; download*) echo baa > $5_1_all.deb;; esac");
        program("dpkg", "mkdir $3; cp $2 $3/file");
        Path home = mine().unpacked("it", "sheep", "sheep64");
        assertThat(home).isEqualTo(packages.resolve("sheep"));
        assertThat(home.resolve("file")).hasContent("baa");
    }

    @Test
    void aPackageThatIsHalfUnpackedIsNotInItsPlace() throws IOException {
        program("apt-get", "case $4 in download) echo baa > $5_1_all.deb;; esac");
        program("dpkg", "mkdir $3; echo b > $3/file; echo disk full; exit 2");
        assertThatThrownBy(() -> mine().unpacked("it", "sheep"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("disk full");
        assertThat(names(packages)).containsExactlyInAnyOrder("lists", "lock");

        program("dpkg", "mkdir $3; cp $2 $3/file");
        assertThat(mine().unpacked("it", "sheep").resolve("file")).hasContent("baa");
    }

    @Test
    void whoeverAsksAtTheSameTimeGetsTheSameFolderFetchedOnce()
            throws IOException, InterruptedException, ExecutionException {
        program("apt-get", "case $4 in download) echo baa > $5_1_all.deb;; esac");
        program("dpkg", "mkdir $3; cp $2 $3/file");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Path>> answers = Stream.generate(this::mine)
                    .limit(4)
                    .map(mine -> threads.submit(() -> mine.unpacked("it", "sheep")))
                    .toList();
            for (Future<Path> answer : answers) {
                assertThat(answer.get().resolve("file")).hasContent("baa");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(calls).hasContent("apt-get update \napt-get download sheep\ndpkg -x\n");
    }

    private DebianPackages mine() {
        return new DebianPackages(packages, programs.toString());
    }

    /** A stand-in that notes what it is called for. */
    private void program(String name, String script) throws IOException {
        Path file = programs.resolve(name);
        String noted = name.equals("dpkg") ? "dpkg $1" : name + " $4 $5";
        Files.writeString(file, "#!/bin/sh\necho \"" + noted + "\" >> '" + calls + "'\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
