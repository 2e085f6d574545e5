package org.greenaudit.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.greenaudit.portal.access.AccessLog;
import org.greenaudit.portal.access.AccessScope;
import org.greenaudit.portal.access.Account;
import org.greenaudit.portal.access.AccountStore;
import org.greenaudit.portal.access.Accounts;
import org.greenaudit.portal.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.web.util.HtmlUtils;

/** Sessions: how they begin, what they must carry, and what ends them. */
@Tag("slow")
class SignInTest {

    private static final int MOST_SESSIONS = 5;
    private static final String WRONG = "not the password";

    @TempDir
    static Path folder;

    private static BureauServer server;
    private static Caller admin;

    @BeforeAll
    static void start() {
        server = BureauServer.start(folder);
        admin = Caller.admin(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Caller viewer(String name) {
        return Caller.of(server, name, Role.VIEWER, AccessScope.ALL);
    }

    private static Caller another(String name) {
        Caller caller = new Caller(server);
        assertThat(Caller.location(caller.signIn(name, Caller.CHOSEN))).isEqualTo("/");
        return caller;
    }

    private static boolean isIn(Caller caller) {
        HttpResponse<String> answer = caller.get("/runs");
        if (answer.statusCode() != 200) {
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(Caller.location(answer)).startsWith("/login");
        }
        return answer.statusCode() == 200;
    }

    private static long id(String name) {
        return server.portal()
                .part(AccountStore.class)
                .named(name)
                .map(Account::id)
                .orElseThrow();
    }

    private static List<AccessLog.Entry> logOf(String name) {
        return server.portal().part(AccessLog.class).before(Long.MAX_VALUE, 1000).stream()
                .filter(entry -> entry.account().equals(name))
                .toList();
    }

    @Test
    void aSessionGetsAnotherIdWhenSomebodySignsInInIt() {
        viewer("fixed");
        Caller caller = new Caller(server);
        caller.csrf();
        String planted = caller.session();
        Caller attacker = caller.twin();
        assertThat(planted).isNotEmpty();
        caller.signIn("fixed", Caller.CHOSEN);
        assertThat(caller.session()).isNotEmpty().isNotEqualTo(planted);
        assertThat(isIn(caller)).isTrue();
        assertThat(isIn(attacker)).isFalse();
    }

    @Test
    void whoAsksForAPageTooEarlyComesToItAfterSigningIn() {
        viewer("eager");
        Caller caller = new Caller(server);
        HttpResponse<String> early = caller.get("/findings?q=%E7%A9%BA%E8%B0%83&rule=R-1");
        assertThat(caller.session()).as("that costs no session").isEmpty();
        assertThat(early.statusCode()).isEqualTo(302);
        String form = caller.get(path(early)).body();
        Matcher to = Pattern.compile("name=\"to\" value=\"([^\"]+)\"").matcher(form);
        assertThat(to.find()).isTrue();
        String kept = HtmlUtils.htmlUnescape(to.group(1));
        HttpResponse<String> wrong = caller.post("/login", Map.of("username", "eager", "password", WRONG, "to", kept));
        assertThat(path(wrong)).startsWith("/login?refused&to=");
        HttpResponse<String> right =
                caller.post("/login", Map.of("username", "eager", "password", Caller.CHOSEN, "to", kept));
        assertThat(path(right)).isEqualTo("/findings?q=%E7%A9%BA%E8%B0%83&rule=R-1");
    }

    @Test
    void whoMustChangeThePasswordComesToThePageThatWasAskedForThen() {
        Caller caller = Caller.newcomer(server, "led-on", Role.VIEWER, AccessScope.ALL);
        HttpResponse<String> early = caller.get("/findings?q=%E7%A9%BA%E8%B0%83&rule=%7Bx%7D");
        assertThat(path(early)).startsWith("/password?to=");
        Matcher to = Pattern.compile("name=\"to\" value=\"([^\"]+)\"")
                .matcher(caller.get(path(early)).body());
        assertThat(to.find()).isTrue();
        String kept = HtmlUtils.htmlUnescape(to.group(1));
        Map<String, String> wrong = Map.of("old", WRONG, "chosen", Caller.CHOSEN, "again", Caller.CHOSEN, "to", kept);
        assertThat(path(caller.post("/password", wrong))).startsWith("/password?to=");
        Caller strayed = Caller.newcomer(server, "strayed-off", Role.VIEWER, AccessScope.ALL);
        assertThat(path(strayed.get("/"))).isEqualTo("/password");
        String page = "/findings?q={x}";
        for (Map.Entry<Caller, List<String>> each : Map.of(
                        caller, List.of(kept, kept), strayed, List.of("//elsewhere.example/", "/"))
                .entrySet()) {
            Map<String, String> right = Map.of(
                    "old",
                    each.getKey().given(),
                    "chosen",
                    Caller.CHOSEN,
                    "again",
                    Caller.CHOSEN,
                    "to",
                    each.getValue().get(0));
            assertThat(path(each.getKey().post("/password", right)))
                    .isEqualTo(each.getValue().get(1));
        }
        Map<String, String> braces =
                Map.of("old", Caller.CHOSEN, "chosen", "another password", "again", "another password", "to", page);
        assertThat(path(caller.post("/password", braces))).isEqualTo(page);
    }

    @Test
    void aRegionThatNobodyKnowsIsRemarked() {
        for (String region : List.of("36", "3610", "361002")) {
            admin.post("/accounts", Map.of("name", "of-" + region, "role", "viewer", "region", region));
            assertThat(admin.get("/accounts").body()).contains("of-" + region).doesNotContain("请核对：行政区划代码表");
        }
        admin.post("/accounts", Map.of("name", "of-nowhere", "role", "viewer", "region", "369999"));
        assertThat(admin.get("/accounts").body()).contains("没有以 369999 开头的代码", "of-nowhere");
        admin.post("/accounts/" + id("of-nowhere"), Map.of("role", "viewer", "region", "99"));
        assertThat(admin.get("/accounts").body()).contains("没有以 99 开头的代码");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elsewhere.example/",
                "/\\elsewhere.example/",
                "https://elsewhere.example/",
                "javascript:alert(1)",
                "\\\\elsewhere.example",
                "/x\r\nSet-Cookie: a=b",
                "/\t/elsewhere.example/",
                "elsewhere"
            })
    void signingInLeadsToNoOtherHost(String to) {
        if (server.portal().part(AccountStore.class).named("led").isEmpty()) {
            viewer("led");
        }
        HttpResponse<String> answer =
                new Caller(server).post("/login", Map.of("username", "led", "password", Caller.CHOSEN, "to", to));
        assertThat(path(answer)).isEqualTo("/");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("a="));
    }

    @Test
    void theFormOfASessionThatHasEndedLeadsToSigningIn() {
        Caller caller = new Caller(server).with("Cookie", "greenaudit=0123456789ABCDEF0123456789ABCDEF");
        HttpResponse<String> answer = caller.postBody("/decisions", "_csrf=x&run=x");
        assertThat(path(answer)).isEqualTo("/login?expired");
        assertThat(caller.get(path(answer)).body()).contains("会话已结束");
    }

    /** Where an answer sends on to, on this server. */
    private String path(HttpResponse<String> answer) {
        return Caller.location(answer).replace(server.at("/").replaceFirst("/$", ""), "");
    }

    @Test
    void aTokenFromBeforeSigningInIsWorthNothingAfterIt() {
        viewer("early");
        Caller caller = new Caller(server);
        String before = caller.csrf();
        caller.signIn("early", Caller.CHOSEN);
        assertThat(caller.postBody("/logout", "_csrf=" + Caller.encoded(before)).statusCode())
                .isEqualTo(403);
        assertThat(isIn(caller)).isTrue();
    }

    @Test
    void anIdThatTheServerDidNotGiveIsNotTaken() {
        Caller caller = new Caller(server).with("Cookie", "greenaudit=0123456789ABCDEF0123456789ABCDEF");
        assertThat(caller.get("/login").headers().firstValue("Set-Cookie").orElseThrow())
                .doesNotContain("0123456789ABCDEF0123456789ABCDEF");
    }

    static Stream<String> forms() {
        return Stream.of("/login", "/logout", "/password", "/accounts", "/accounts/1", "/accounts/1/secret")
                .flatMap(path -> Stream.of(path, path + "?_method=post"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormOfAnotherSiteIsRefused(String path) {
        String foreign = another(Portal.FIRST).csrf();
        long done = done(Portal.FIRST);
        long refused = logOf(Portal.FIRST).size() - done;
        String fields =
                "&username=admin&password=x&name=planted&role=admin&old=x&chosen=xxxxxxxxxxxx&again=xxxxxxxxxxxx";
        for (String token : List.of("", "x", foreign)) {
            HttpResponse<String> answer = admin.postBody(path, "_csrf=" + Caller.encoded(token) + fields);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("<main").doesNotContain("Exception");
        }
        assertThat(admin.postBody(path, fields.substring(1)).statusCode()).isEqualTo(403);
        assertThat(isIn(admin)).isTrue();
        assertThat(done(Portal.FIRST)).isEqualTo(done);
        assertThat(logOf(Portal.FIRST).size() - done)
                .as("each refusal is written down")
                .isEqualTo(refused + 4);
        assertThat(server.portal().part(AccountStore.class).named("planted")).isEmpty();
    }

    private static long done(String name) {
        return logOf(name).stream()
                .filter(entry -> !entry.action().equals("refused"))
                .count();
    }

    @Test
    void fiveWrongPasswordsLockAnAccountEvenForTheRightOne() {
        Caller before = viewer("locked");
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            answers.add(Caller.location(new Caller(server).signIn("locked", WRONG)));
        }
        answers.add(Caller.location(new Caller(server).signIn("locked", Caller.CHOSEN)));
        assertThat(answers).containsOnly("/login?refused");
        assertThat(isIn(before)).as("the session that has begun").isTrue();
        assertThat(admin.get("/accounts").body()).contains("暂时锁定");
        assertThat(logOf("locked").subList(0, 6))
                .extracting(AccessLog.Entry::action, AccessLog.Entry::succeeded)
                .containsOnly(tuple("sign-in", false));
        admin.post("/accounts/" + id("locked") + "/secret", Map.of());
        assertThat(server.portal()
                        .part(Accounts.class)
                        .isLocked(server.portal()
                                .part(AccountStore.class)
                                .named("locked")
                                .orElseThrow()))
                .as("a reset unlocks")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody-at-all", "known", "", " ", "known ", "KNOWN", "' OR 1=1 --", "a\u0000b", "program"})
    void aWrongNameIsAnsweredLikeAWrongPassword(String name) {
        if (server.portal().part(AccountStore.class).named("known").isEmpty()) {
            viewer("known");
            Caller.program(server, "program", Role.ADMIN, AccessScope.ALL);
        }
        Caller caller = new Caller(server);
        HttpResponse<String> answer = caller.signIn(name, WRONG);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Caller.location(answer)).isEqualTo("/login?refused");
        assertThat(answer.body()).isEmpty();
        assertThat(caller.get("/login?refused").statusCode()).isEqualTo(200);
        assertThat(isIn(caller)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {72, 73, 200, 100_000})
    void aPasswordOfAnyLengthIsOnlyAWrongOne(int length) {
        String name = "patient-" + length;
        viewer(name);
        assertThat(Caller.location(new Caller(server).signIn(name, "x".repeat(length))))
                .isEqualTo("/login?refused");
        another(name);
    }

    @Test
    void theSixthSessionEndsTheOneThatWasUsedLeastLately() {
        List<Caller> callers = new ArrayList<>(List.of(viewer("busy")));
        while (callers.size() < MOST_SESSIONS) {
            callers.add(another("busy"));
        }
        assertThat(callers).allMatch(SignInTest::isIn);
        callers.add(another("busy"));
        assertThat(callers.stream().map(SignInTest::isIn)).containsExactly(false, true, true, true, true, true);
    }

    @Test
    void whoSignsOutLeavesNothingBehind() {
        Caller caller = viewer("leaver");
        Caller thief = caller.twin();
        assertThat(isIn(thief)).isTrue();
        assertThat(Caller.location(caller.post("/logout", Map.of()))).isEqualTo("/login?out");
        assertThat(isIn(caller)).isFalse();
        assertThat(isIn(thief)).isFalse();
        assertThat(logOf("leaver")).extracting(AccessLog.Entry::action).contains("sign-out");
        assertThat(server.portal().part(SessionRegistry.class).getAllPrincipals())
                .as("sessions that have ended are forgotten")
                .noneMatch(principal -> principal.toString().contains("name=leaver"));
    }

    @Test
    void anotherPasswordEndsTheOtherSessions() {
        Caller caller = viewer("changer");
        Caller other = another("changer");
        assertThat(caller.changePassword(WRONG, "another password").statusCode())
                .isEqualTo(302);
        assertThat(isIn(other)).as("nothing has changed").isTrue();
        assertThat(Caller.location(caller.changePassword(Caller.CHOSEN, "another password")))
                .isEqualTo("/");
        assertThat(isIn(other)).isFalse();
        assertThat(isIn(caller)).isTrue();
        assertThat(Caller.location(new Caller(server).signIn("changer", Caller.CHOSEN)))
                .isEqualTo("/login?refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"role=auditor", "role=viewer&region=3610", "role=viewer&buyer=X", "role=viewer&disabled=true"})
    void whateverAnAdministratorChangesEndsTheAccountsSessions(String fields) {
        String name = "changed-" + fields.replaceAll("[^a-z0-9]", "-");
        Caller caller = viewer(name);
        assertThat(isIn(caller)).isTrue();
        String path = "/accounts/" + id(name);
        assertThat(admin.postBody(path, "_csrf=" + Caller.encoded(admin.csrf()) + "&" + fields)
                        .statusCode())
                .isEqualTo(302);
        assertThat(isIn(caller)).isFalse();
        String next = Caller.location(new Caller(server).signIn(name, Caller.CHOSEN));
        assertThat(next).isEqualTo(fields.contains("disabled") ? "/login?refused" : "/");
    }

    @Test
    void aResetEndsTheSessionsAndThePasswordMustBeChanged() {
        Caller caller = viewer("reset");
        admin.post("/accounts/" + id("reset") + "/secret", Map.of());
        assertThat(isIn(caller)).isFalse();
        assertThat(Caller.location(new Caller(server).signIn("reset", Caller.CHOSEN)))
                .isEqualTo("/login?refused");
    }

    @Test
    void administratorsNeitherChangeNorResetThemselves() {
        admin.post("/accounts/" + id(Portal.FIRST), Map.of("role", "viewer"));
        admin.post("/accounts/" + id(Portal.FIRST) + "/secret", Map.of());
        assertThat(admin.get("/accounts").statusCode()).isEqualTo(200);
    }

    @Test
    void anAdministratorHasNoScope() {
        for (Map<String, String> scope : List.of(Map.of("region", "36"), Map.of("buyer", "X"))) {
            Map<String, String> form = new HashMap<>(scope);
            form.putAll(Map.of("name", "scoped-admin", "role", "admin"));
            admin.post("/accounts", form);
            assertThat(server.portal().part(AccountStore.class).named("scoped-admin"))
                    .isEmpty();
        }
    }

    @Test
    void whatIsDoneIsInTheLog() {
        Caller caller = viewer("logged");
        caller.get("/accounts");
        caller.get("/runs");
        admin.post("/accounts", Map.of("name", "made", "role", "viewer"));
        admin.post("/runs/start", Map.of("date", "not a date"));
        assertThat(logOf("logged"))
                .extracting(AccessLog.Entry::action, AccessLog.Entry::subject, AccessLog.Entry::succeeded)
                .containsExactly(
                        tuple("refused", "GET /accounts", false),
                        tuple("account", "password", true),
                        tuple("sign-in", "", true));
        assertThat(logOf(Portal.FIRST))
                .extracting(AccessLog.Entry::action, AccessLog.Entry::subject, AccessLog.Entry::succeeded)
                .contains(tuple("account", "made viewer", true), tuple("start", "sample not a date", false));
        assertThat(logOf(Portal.FIRST)).extracting(AccessLog.Entry::address).containsOnly("127.0.0.1");
    }

    @Test
    void nothingLeadsToASingleSignOnThatIsNotSet() {
        assertThat(admin.get("/login").body()).doesNotContain("oauth2", "统一身份认证");
        for (String path : List.of("/oauth2/authorization/city", "/login/oauth2/code/city?code=x&state=x")) {
            assertThat(admin.get(path).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aPageThatWasAskedForTooEarlyCostsNoSession() {
        Caller caller = new Caller(server);
        caller.get("/runs");
        assertThat(caller.session()).isEmpty();
    }

    @Test
    void aTokenOpensNoPageAndAPersonNoInterface() {
        Caller program = Caller.program(server, "reader", Role.ADMIN, AccessScope.ALL);
        for (String path : List.of("/", "/runs", "/accounts", "/password")) {
            assertThat(Caller.location(program.get(path))).matches("/login(\\?to=.*)?");
        }
        assertThat(program.session()).isEmpty();
        assertThat(program.get("/api/nothing").statusCode()).isEqualTo(404);
        assertThat(admin.get("/api/nothing").statusCode()).isEqualTo(401);
        for (String header : List.of("Bearer", "Bearer ", "Bearer x", "Basic YWRtaW46YWRtaW4=", "bearer x")) {
            Caller wrong = new Caller(server).with("Authorization", header);
            assertThat(wrong.get("/api/nothing").statusCode()).isEqualTo(401);
            assertThat(wrong.send("POST", "/api/nothing", Optional.of("x")).statusCode())
                    .isEqualTo(401);
        }
    }
}
