package org.greenaudit.portal.api;

import org.greenaudit.message.Text;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A request that cannot be answered as it is, in words for the people who run the program that sent it. */
final class ApiProblem extends ResponseStatusException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final transient Text detail;

    private ApiProblem(HttpStatus status, String field, Text detail) {
        super(status);
        this.field = field;
        this.detail = detail;
    }

    /** One of a parameter, or of a field of what was sent. */
    static ApiProblem of(HttpStatus status, String field, Text detail) {
        return new ApiProblem(status, field, detail);
    }

    /** One of no field. */
    static ApiProblem of(HttpStatus status, Text detail) {
        return new ApiProblem(status, "", detail);
    }

    /** What is not there, or outside the scope of who asks. */
    static ApiProblem missing() {
        return of(HttpStatus.NOT_FOUND, Text.NONE);
    }

    /** The field that it is about; empty where it is about none. */
    String field() {
        return field;
    }

    /** What is wrong, and what was expected; none where the status says it. */
    Text detail() {
        return detail;
    }
}
