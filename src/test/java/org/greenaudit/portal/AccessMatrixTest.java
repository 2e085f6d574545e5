package org.greenaudit.portal;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.greenaudit.portal.access.AccessScope;
import org.greenaudit.portal.access.Account;
import org.greenaudit.portal.access.AccountStore;
import org.greenaudit.portal.access.Accounts;
import org.greenaudit.portal.access.Needs;
import org.greenaudit.portal.access.Permission;
import org.greenaudit.portal.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who reaches what: every route of the running server, as it knows them itself, by everybody. A new route is in it of itself, and
 * fails as long as it does not say whom it is for.
 */
@Tag("slow")
class AccessMatrixTest {

    private static final String TOKENS_ALONE = "/api/";
    private static final String NOT_THERE = "0";

    /** What is there where a provider is set; filters answer, which no route tells of. */
    private static final List<String> SINGLE_SIGN_ON = List.of("/oauth2/authorization/city", "/login/oauth2/code/city");

    /** Somebody who asks. */
    private record Who(String name, boolean token, Optional<Role> role, boolean mustChange, Caller caller) {}

    /** A route, with nothing in its variables and parameters that is there. */
    private record Route(String method, String path, String form, Optional<Permission> needs, String handler) {

        boolean isForTokens() {
            return path.startsWith(TOKENS_ALONE);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @TempDir
    static Path folder;

    private static final List<Who> EVERYBODY = new ArrayList<>();
    private static BureauServer server;
    private static Caller admin;

    @BeforeAll
    static void start() {
        // nobody is there, and nobody is asked before somebody comes to sign in
        server = BureauServer.start(folder, SingleSignOnTest.settings("city", "http://127.0.0.1:1"));
        admin = Caller.admin(server);
        EVERYBODY.add(new Who("nobody", false, Optional.empty(), false, new Caller(server)));
        EVERYBODY.add(new Who("a wrong token", true, Optional.empty(), false, wrongToken()));
        for (Role role : Role.values()) {
            Caller person = Caller.of(server, "a-" + role.id(), role, AccessScope.ALL);
            EVERYBODY.add(new Who(role.id(), false, Optional.of(role), false, person));
            Caller newcomer = Caller.newcomer(server, "new-" + role.id(), role, AccessScope.ALL);
            EVERYBODY.add(new Who("new " + role.id(), false, Optional.of(role), true, newcomer));
            Caller program = Caller.program(server, "program-" + role.id(), role, AccessScope.ALL);
            EVERYBODY.add(new Who("program " + role.id(), true, Optional.of(role), false, program));
        }
        Caller disabled = Caller.of(server, "disabled", Role.ADMIN, AccessScope.ALL);
        Caller disabledProgram = Caller.program(server, "disabled-program", Role.ADMIN, AccessScope.ALL);
        EVERYBODY.add(new Who("disabled", false, Optional.empty(), false, disabled));
        EVERYBODY.add(new Who("disabled program", true, Optional.empty(), false, disabledProgram));
        assertThat(disabled.get("/").statusCode()).isEqualTo(200);
        disable("disabled");
        disable("disabled-program");
    }

    private static Caller wrongToken() {
        return new Caller(server).with("Authorization", "Bearer " + "0".repeat(64));
    }

    private static void disable(String name) {
        Account was = server.portal().part(AccountStore.class).named(name).orElseThrow();
        server.portal()
                .part(Accounts.class)
                .change(new Account(
                        was.id(),
                        name,
                        was.token(),
                        was.role(),
                        was.scope(),
                        was.mustChange(),
                        true,
                        Optional.empty()));
    }

    @AfterAll
    static void stop() {
        server.close();
        EVERYBODY.clear();
    }

    static List<Route> routes() {
        Map<RequestMappingInfo, HandlerMethod> methods =
                server.portal().part(RequestMappingHandlerMapping.class).getHandlerMethods();
        Map<String, Route> routes = new TreeMap<>();
        methods.forEach((info, handler) -> {
            Set<org.springframework.web.bind.annotation.RequestMethod> verbs =
                    info.getMethodsCondition().getMethods();
            for (String path : info.getPatternValues()) {
                for (String verb : verbs.isEmpty()
                        ? List.of("GET", "POST")
                        : verbs.stream().map(Enum::name).toList()) {
                    Route route = new Route(verb, filled(path), form(handler), needs(handler), handler.toString());
                    routes.put(route + " of " + path, route);
                }
            }
        });
        assertThat(routes).hasSizeGreaterThan(10);
        for (String path : SINGLE_SIGN_ON) {
            Route route = new Route("GET", path, "", Optional.of(Permission.NONE), "a filter");
            routes.put(route.toString(), route);
        }
        return List.copyOf(routes.values());
    }

    private static Optional<Permission> needs(HandlerMethod handler) {
        return Optional.ofNullable(handler.getMethodAnnotation(Needs.class)).map(Needs::value);
    }

    private static String filled(String path) {
        return path.replaceAll("\\{[^}]+}|\\*\\*|\\*", NOT_THERE);
    }

    /** A form with all that the method cannot do without. */
    private static String form(HandlerMethod handler) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Parameter parameter : handler.getMethod().getParameters()) {
            RequestParam asked = AnnotatedElementUtils.findMergedAnnotation(parameter, RequestParam.class);
            if (asked != null && asked.required() && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE)) {
                fields.put(asked.name().isEmpty() ? parameter.getName() : asked.name(), NOT_THERE);
            }
        }
        return Caller.form(fields);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyRouteSaysWhomItIsFor(Route route) {
        assertThat(route.needs()).as("%s has no @Needs", route.handler()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everybodyReachesWhatTheirRoleMayAndNothingElse(Route route) {
        Map<String, String> expected = new LinkedHashMap<>();
        Map<String, String> met = new LinkedHashMap<>();
        for (Who who : EVERYBODY) {
            expected.put(who.name(), expected(route, who));
            met.put(who.name(), met(call(route, who.caller()), route.path()));
        }
        assertThat(met).as("%s", route).isEqualTo(expected);
    }

    private static String expected(Route route, Who who) {
        Permission needs = route.needs().orElseThrow();
        boolean mayCome = who.role().isPresent() && who.token() == route.isForTokens();
        if (route.isForTokens() && !mayCome) {
            return "401";
        }
        if (needs == Permission.NONE) {
            return "let through";
        }
        if (!mayCome) {
            return "to /login";
        }
        if (!who.role().get().may(needs)) {
            return "403";
        }
        return who.mustChange() && needs != Permission.ACCOUNT ? "to /password" : "let through";
    }

    private static HttpResponse<String> call(Route route, Caller caller) {
        if (route.method().equals("GET")) {
            return caller.get(route.path() + (route.form().isEmpty() ? "" : "?" + route.form()));
        }
        if (route.isForTokens()) {
            return caller.sendJson(route.method(), route.path(), "{}");
        }
        String token = "_csrf=" + Caller.encoded(caller.csrf());
        String body =
                Stream.of(token, route.form()).filter(part -> !part.isEmpty()).collect(joining("&"));
        return caller.send(route.method(), route.path(), Optional.of(body));
    }

    /** What became of a request; the page of the password sends on to itself. */
    private static String met(HttpResponse<String> answer, String path) {
        int status = answer.statusCode();
        // the page that was asked for goes along
        String location = Caller.location(answer).replaceFirst("\\?to=.*", "");
        if (status == 302 && List.of("/login", "/password").contains(location) && !location.equals(path)) {
            return "to " + location;
        }
        return status == 401 || status == 403 || status >= 500 ? String.valueOf(status) : "let through";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/actuator/prometheus",
                "/actuator/env",
                "/h2-console",
                "/favicon.ico",
                "/index.html",
                "/webjars/",
                "/application.properties",
                "/logout",
                "/api",
                "/login/",
                "/oauth2/authorization",
                "/oauth2/authorization/other",
                "/oauth2/authorization/city/",
                "/login/oauth2/code",
                "/login/oauth2/code/other",
                "/login/oauth2/code/city/",
                "/LOGIN",
                "/login.html",
                "/error/0",
                "/runs/",
                "/accounts/0",
                "/nothing"
            })
    void whatIsNoRouteIsNotThere(String path) {
        assertThat(met(new Caller(server).get(path), path)).isIn("to /login", "401");
        assertThat(admin.get(path).statusCode()).isIn(404, 405, 401);
    }

    @Test
    void thePageOfErrorsIsNone() {
        for (Caller caller : List.of(new Caller(server), admin)) {
            assertThat(caller.get("/error").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void nothingButRoutesAndAssetsIsServed() {
        WebApplicationContext context = (WebApplicationContext) Objects.requireNonNull(
                server.portal().part(RequestMappingHandlerMapping.class).getApplicationContext());
        List<String> paths = context.getBeansOfType(HandlerMapping.class).values().stream()
                .filter(AbstractUrlHandlerMapping.class::isInstance)
                .flatMap(mapping -> ((AbstractUrlHandlerMapping) mapping).getHandlerMap().keySet().stream())
                .toList();
        assertThat(paths).containsExactly("/assets/**");
        assertThat(Optional.ofNullable(context.getServletContext())
                        .orElseThrow()
                        .getServletRegistrations()
                        .keySet())
                .containsExactly("dispatcherServlet");
        assertThat(context.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                        .values())
                .filteredOn(mapping -> !mapping.getHandlerMethods().isEmpty())
                .as("mappings with routes")
                .containsExactly(server.portal().part(RequestMappingHandlerMapping.class));
        assertThat(context.getBeansOfType(RouterFunctionMapping.class).values())
                .extracting(RouterFunctionMapping::getRouterFunction)
                .containsOnlyNulls();
    }
}
