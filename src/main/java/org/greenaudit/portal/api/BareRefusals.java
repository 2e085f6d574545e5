package org.greenaudit.portal.api;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.greenaudit.portal.desk.ApiPath;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives the problem that belongs to it to what is refused for the API without a word, such as a path that is none, which Tomcat
 * refuses before anything of this program sees it, and to what is no request at all. It stands where Tomcat would write a page.
 */
final class BareRefusals extends ValveBase {

    private final JsonMapper json;

    BareRefusals(JsonMapper json) {
        super(true);
        this.json = json;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (response.getStatus() < HttpStatus.BAD_REQUEST.value()
                || response.isCommitted()
                || response.getContentWritten() > 0
                || request.isAsync()
                || (ApiPath.asked(request).isPresent() && !ApiPath.leads(request))) {
            return;
        }
        HttpStatus status =
                Optional.ofNullable(HttpStatus.resolve(response.getStatus())).orElse(HttpStatus.INTERNAL_SERVER_ERROR);
        response.setSuspended(false);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        PrintWriter writer = response.getReporter();
        if (writer != null) {
            writer.write(json.writeValueAsString(ApiProblems.of(request, status)));
            response.setErrorReported();
        }
    }
}
