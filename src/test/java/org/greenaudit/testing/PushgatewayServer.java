package org.greenaudit.testing;

import java.net.http.HttpRequest;
import java.util.List;

/** A real Pushgateway, empty, for one test. */
public final class PushgatewayServer implements AutoCloseable {

    private final HttpServerProcess server;

    private PushgatewayServer(HttpServerProcess server) {
        this.server = server;
    }

    /** Starts one. */
    public static PushgatewayServer start() {
        return new PushgatewayServer(HttpServerProcess.start(
                Programs.PUSHGATEWAY,
                (folder, port) -> List.of(
                        "--web.listen-address=127.0.0.1:" + port,
                        // Debian's own default is a file below /var/lib, which the next test would find full
                        "--persistence.file=",
                        "--log.level=warn"),
                "/-/ready"));
    }

    /** Its address, without a slash at the end. */
    public String url() {
        return server.at("").toString();
    }

    /** Host and port, as a scrape configuration writes them. */
    public String address() {
        return server.at("").getAuthority();
    }

    /** What it exposes to Prometheus, in the text format. */
    public String metrics() {
        return server.ask(HttpRequest.newBuilder(server.at("/metrics")).build());
    }

    @Override
    public void close() {
        server.close();
    }
}
