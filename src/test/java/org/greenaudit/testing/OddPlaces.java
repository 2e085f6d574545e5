package org.greenaudit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Paths where a file is expected and something else is: what a slip of the pen or a stranger puts there. */
public final class OddPlaces {

    private OddPlaces() {}

    /** Makes them in a folder; they are told apart by a word. A program that opens the pipe waits for ever. */
    public static Map<String, Path> in(Path folder) throws IOException {
        Map<String, Path> places = new TreeMap<>();
        places.put("pipe", pipe(folder.resolve("pipe")));
        places.put("device", Files.createSymbolicLink(folder.resolve("device"), Path.of("/dev/zero")));
        places.put("full", Files.createSymbolicLink(folder.resolve("full"), Path.of("/dev/full")));
        places.put("circle", Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle")));
        places.put("folder", Files.createDirectory(folder.resolve("folder")));
        places.put("under a file", Files.createFile(folder.resolve("file")).resolve("x"));
        places.put("long name", folder.resolve("n".repeat(300)));
        places.put("deep", folder.resolve(("d".repeat(50) + "/").repeat(100)));
        places.put("socket", socket(folder.resolve("socket")));
        return places;
    }

    /** Makes a pipe into which nobody writes. */
    public static Path pipe(Path path) {
        assertThat(Programs.run("mkfifo", "", path.toString()).status()).isZero();
        return path;
    }

    private static Path socket(Path path) throws IOException {
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(path));
        }
        return path;
    }
}
