package org.greenaudit.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.greenaudit.portal.access.AccessLog;
import org.greenaudit.portal.access.AccessScope;
import org.greenaudit.portal.access.Account;
import org.greenaudit.portal.access.AccountStore;
import org.greenaudit.portal.access.Accounts;
import org.greenaudit.portal.access.Role;
import org.greenaudit.portal.desk.AuditDesk;
import org.greenaudit.testing.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.web.util.HtmlUtils;

/** Signing in at a city's identity platform: who comes in, as what, and who does not. */
@Tag("slow")
class SingleSignOnTest {

    private static final String OUT = "/oauth2/authorization/city";
    private static final String BACK = "/login/oauth2/code/city";
    private static final String SETTINGS = "spring.security.oauth2.client.";
    private static final String REFUSED = "/login?sso";
    private static final String TOLD = "统一身份认证登录没有成功";
    private static final Duration AUDIT = Duration.ofMinutes(3);
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Pattern REGION = Pattern.compile("SL[0-9]{8}");

    @TempDir
    static Path folder;

    @TempDir
    static Path platformFolder;

    private static IdentityPlatform platform;
    private static BureauServer server;
    private static Caller admin;

    @BeforeAll
    static void start() {
        platform = new IdentityPlatform(platformFolder);
        Map<String, Object> settings = new HashMap<>(settings("city", platform.issuer()));
        settings.put(SETTINGS + "registration.city.client-name", "市平台");
        // nobody is there
        settings.putAll(settings("away", "http://127.0.0.1:1"));
        server = BureauServer.start(folder, settings);
        admin = Caller.admin(server);
    }

    /** What is set for a provider. */
    static Map<String, Object> settings(String id, String issuer) {
        return Map.of(
                SETTINGS + "registration." + id + ".client-id", IdentityPlatform.CLIENT,
                SETTINGS + "registration." + id + ".client-secret", IdentityPlatform.SECRET,
                SETTINGS + "provider." + id + ".issuer-uri", issuer);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        platform.close();
    }

    @AfterEach
    void honest() {
        platform.sign(JwtEncoder::encode);
    }

    /** An account with a password that somebody else gave it: that password. */
    private static String account(String name, Role role, AccessScope scope) {
        return server.portal()
                .part(Accounts.class)
                .add(new Account(0, name, false, role, scope, true, false, Optional.empty()))
                .orElseThrow();
    }

    private static Account stored(String name) {
        return server.portal().part(AccountStore.class).named(name).orElseThrow();
    }

    private static String local(String address) {
        return address.replaceFirst("^http://127\\.0\\.0\\.1:[0-9]+", "");
    }

    /** Goes out to the platform and comes back: the address with which it sends somebody back. */
    private static String back(Caller caller, String user) throws Exception {
        HttpResponse<String> out = caller.get(OUT);
        assertThat(Caller.location(out)).startsWith(platform.issuer() + "/oauth2/authorize?");
        return local(platform.sendsBack(Caller.location(out), user));
    }

    private static HttpResponse<String> signIn(Caller caller, String user) throws Exception {
        return caller.get(back(caller, user));
    }

    private static Caller signedIn(String user) throws Exception {
        Caller caller = new Caller(server);
        assertThat(Caller.location(signIn(caller, user))).isEqualTo("/");
        return caller;
    }

    private static boolean isIn(Caller caller) {
        return caller.get("/runs").statusCode() == 200;
    }

    private static AccessLog.Entry lastEntry() {
        return server.portal().part(AccessLog.class).before(Long.MAX_VALUE, 1).get(0);
    }

    private static void assertRefused(Caller caller, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Caller.location(answer)).isEqualTo(REFUSED);
        HttpResponse<String> page = caller.get(REFUSED);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(TOLD).doesNotContain("Exception");
        assertThat(isIn(caller)).isFalse();
        assertThat(lastEntry().action()).isEqualTo("sign-in");
        assertThat(lastEntry().succeeded()).isFalse();
    }

    @Test
    void thePageOfSigningInOffersItBesideThePassword() {
        Caller caller = new Caller(server);
        String page = HtmlUtils.htmlUnescape(
                caller.get("/login?to=%2Ffindings%3Fq%3D1").body());
        assertThat(page)
                .contains("href=\"/oauth2/authorization/city?to=%2Ffindings%3Fq%3D1\">统一身份认证登录 · 市平台<")
                .contains("href=\"/oauth2/authorization/away?to=%2Ffindings%3Fq%3D1\">统一身份认证登录<")
                .contains("name=\"password\"");
        assertThat(caller.get("/login?lang=en").body()).contains(">Sign in with single sign-on · 市平台<");
        assertThat(caller.get("/login?sso&lang=en").body()).contains("single sign-on did not succeed");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 400})
    void aBrowserGoesOutAndComesBack(int width) {
        String name = "reader-" + width;
        account(name, Role.VIEWER, AccessScope.ALL);
        try (Chromium browser = Chromium.start();
                Reader reader = new Reader(browser, server, "single-sign-on", width)) {
            reader.go("/login?away&lang=en").look("away");
            reader.go("/login?sso&to=%2Faccounts&lang=zh-CN").look("refused");
            reader.page().setExtraHTTPHeaders(Map.of(IdentityPlatform.USER, name));
            reader.page().click("text=市平台");
            assertThat(local(reader.page().url())).isEqualTo("/accounts");
            assertThat(reader.go("/runs").text()).contains("审计");
            assertThat(reader.page().url()).doesNotContain("login");
        }
    }

    @Test
    void whoIsSentOutCarriesStateNonceAndProofKey() {
        String out = Caller.location(new Caller(server).get(OUT));
        assertThat(URI.create(out).getRawQuery().split("&"))
                .extracting(part -> part.replaceFirst("=.*", ""))
                .contains("state", "nonce", "code_challenge");
        assertThat(out)
                .contains("response_type=code", "scope=openid%20profile", "code_challenge_method=S256")
                .doesNotContain(IdentityPlatform.SECRET.split(" ")[1]);
        assertThat(Caller.location(new Caller(server).get(OUT + "?action=elsewhere")))
                .contains("redirect_uri=" + server.at(BACK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zhang.san", "张三", "li-si@city.example"})
    void whoHasAnAccountOfThatNameComesIn(String name) throws Exception {
        account(name, Role.VIEWER, AccessScope.ALL);
        Caller caller = signedIn(name);
        assertThat(isIn(caller)).isTrue();
        assertThat(caller.get("/accounts").statusCode())
                .as("what the platform calls a role is none here")
                .isEqualTo(403);
        assertThat(server.portal().part(AccessLog.class).before(Long.MAX_VALUE, 2))
                .extracting(
                        AccessLog.Entry::account,
                        AccessLog.Entry::action,
                        AccessLog.Entry::subject,
                        AccessLog.Entry::succeeded)
                .containsExactly(
                        tuple(name, "refused", "GET /accounts", false), tuple(name, "sign-in", "oidc city", true));
        assertThat(Caller.location(caller.post("/logout", Map.of()))).isEqualTo("/login?out");
        assertThat(isIn(caller)).isFalse();
    }

    @Test
    void aGivenPasswordTrapsNobodyAndStaysToBeChanged() throws Exception {
        String given = account("newcomer", Role.OPERATOR, AccessScope.ALL);
        Caller vouched = signedIn("newcomer");
        assertThat(isIn(vouched)).isTrue();
        assertThat(vouched.get("/runs").body()).contains("href=\"/uploads\"");
        assertThat(Caller.location(vouched.upload("/uploads", Map.of("job", "sample"), "x.csv", new byte[] {'x'})))
                .as("and files are taken")
                .doesNotStartWith("/password");
        Caller known = new Caller(server);
        known.signIn("newcomer", given);
        assertThat(Caller.location(known.get("/runs"))).isEqualTo("/password?to=%2Fruns");
    }

    @Test
    void theSessionIsAsAfterAPassword() throws Exception {
        Caller first = Caller.of(server, "busy", Role.VIEWER, AccessScope.ALL);
        Caller caller = new Caller(server);
        caller.csrf();
        Caller attacker = caller.twin();
        String planted = caller.session();
        signIn(caller, "busy");
        assertThat(caller.session()).isNotEmpty().isNotEqualTo(planted);
        assertThat(isIn(attacker)).isFalse();
        List<Caller> callers = new ArrayList<>(List.of(first, caller));
        while (callers.size() < 6) {
            callers.add(signedIn("busy"));
        }
        assertThat(callers.stream().map(SingleSignOnTest::isIn)).containsExactly(false, true, true, true, true, true);
        admin.post("/accounts/" + stored("busy").id(), Map.of("role", "auditor"));
        assertThat(callers).noneMatch(SingleSignOnTest::isIn);
    }

    @Test
    void signingInAsAnotherLeavesNothingOfTheFirst() throws Exception {
        account("second", Role.VIEWER, AccessScope.ALL);
        Caller caller = new Caller(server);
        caller.signIn(Portal.FIRST, Caller.CHOSEN);
        assertThat(caller.get("/accounts").statusCode()).isEqualTo(200);
        assertThat(Caller.location(signIn(caller, "second"))).isEqualTo("/");
        assertThat(caller.get("/accounts").statusCode()).isEqualTo(403);
    }

    static Stream<Arguments> targets() {
        return Stream.of(
                arguments("/findings?q=%E7%A9%BA", "/findings?q=%E7%A9%BA"),
                arguments("//elsewhere.example/", "/"),
                arguments("https://elsewhere.example/", "/"),
                arguments("/\\elsewhere.example/", "/"),
                arguments("", "/"));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void thePageThatWasAskedForComesAfterIt(String asked, String reached) throws Exception {
        if (server.portal().part(AccountStore.class).named("eager").isEmpty()) {
            account("eager", Role.VIEWER, AccessScope.ALL);
        }
        Caller caller = new Caller(server);
        caller.get(OUT + "?to=%2Fbefore");
        String out = Caller.location(caller.get(OUT + "?to=" + Caller.encoded(asked)));
        assertThat(Caller.location(caller.get(local(platform.sendsBack(out, "eager")))))
                .isEqualTo(reached);
    }

    @Test
    void aCountySeesItsOwnAlone() throws Exception {
        admin.post("/runs/start", Map.of());
        AuditDesk desk = server.portal().part(AuditDesk.class);
        long deadline = System.nanoTime() + AUDIT.toNanos();
        while (desk.ended("sample").isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        AccessScope county = new AccessScope("361002", "");
        Caller byPassword = Caller.of(server, "county-password", Role.VIEWER, county);
        account("county-platform", Role.VIEWER, county);
        byte[] own =
                signedIn("county-platform").download("/findings/download.csv").body();
        assertThat(own).isEqualTo(byPassword.download("/findings/download.csv").body());
        assertThat(units(own)).isNotEmpty();
        assertThat(units(admin.download("/findings/download.csv").body()))
                .hasSizeGreaterThan(units(own).size());
    }

    private static List<String> units(byte[] csv) {
        return REGION.matcher(new String(csv, StandardCharsets.UTF_8))
                .results()
                .map(unit -> unit.group())
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody-here",
                "known ",
                "KNOWN",
                "disabled",
                "locked",
                "program",
                "<script>alert(1)</script>",
                "' OR 1=1 --"
            })
    void whoMayNotSignInIsRefusedAndGetsNoAccount(String name) throws Exception {
        AccountStore store = server.portal().part(AccountStore.class);
        if (store.named("known").isEmpty()) {
            account("known", Role.ADMIN, AccessScope.ALL);
            account("disabled", Role.ADMIN, AccessScope.ALL);
            Account active = stored("disabled");
            server.portal()
                    .part(Accounts.class)
                    .change(new Account(
                            active.id(),
                            "disabled",
                            false,
                            Role.ADMIN,
                            AccessScope.ALL,
                            false,
                            true,
                            Optional.empty()));
            account("locked", Role.ADMIN, AccessScope.ALL);
            store.failed(store.named("locked").orElseThrow().id(), 1, Instant.parse("2999-12-31T00:00:00Z"));
            Caller.program(server, "program", Role.ADMIN, AccessScope.ALL);
        }
        int accounts = store.all().size();
        Caller caller = new Caller(server);
        assertRefused(caller, signIn(caller, name));
        assertThat(lastEntry().account()).isEqualTo(name);
        assertThat(lastEntry().subject()).isEqualTo("oidc");
        assertThat(store.all()).hasSize(accounts);
    }

    /** A callback by its address, of whom the platform has sent back with the first. */
    private static Arguments callback(String what, UnaryOperator<String> changed, String log) {
        return arguments(what, changed, log);
    }

    static Stream<Arguments> callbacks() {
        String html = "%3Cscript%3Ealert(1)%3C/script%3E";
        return Stream.of(
                callback("no state", back -> back.replaceFirst("&state=[^&]*", ""), "oidc invalid_request"),
                callback(
                        "another state",
                        back -> back.replaceFirst("state=[^&]*", "state=x"),
                        "oidc authorization_request_not_found"),
                callback("an empty state", back -> back.replaceFirst("state=[^&]*", "state="), "oidc invalid_request"),
                callback("no code", back -> back.replaceFirst("code=[^&]*&", ""), "oidc invalid_request"),
                callback("another code", back -> back.replaceFirst("code=[^&]*", "code=x"), "oidc invalid_grant"),
                callback("nothing", back -> BACK, "oidc invalid_request"),
                callback("HTML as an error", back -> back.replaceFirst("code=[^&]*", "error=" + html), "oidc"),
                callback(
                        "HTML that explains an error",
                        back -> back.replaceFirst(
                                "code=[^&]*",
                                "error=access_denied&error_description=" + html + "&error_uri=javascript:alert(1)"),
                        "oidc access_denied"),
                callback(
                        "lines as an error",
                        back -> back.replaceFirst("code=[^&]*", "error=a%0D%0ASet-Cookie:%20a=b"),
                        "oidc"),
                callback("a long error", back -> back.replaceFirst("code=[^&]*", "error=" + "a".repeat(4000)), "oidc"),
                callback(
                        "two states",
                        back -> back.replaceFirst("state=", "state=x&state="),
                        "oidc authorization_request_not_found"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("callbacks")
    void aHostileCallbackLeadsToThePageOfSigningIn(String what, UnaryOperator<String> changed, String log)
            throws Exception {
        if (server.portal().part(AccountStore.class).named("caller").isEmpty()) {
            account("caller", Role.ADMIN, AccessScope.ALL);
        }
        Caller caller = new Caller(server);
        HttpResponse<String> answer = caller.get(changed.apply(back(caller, "caller")));
        assertRefused(caller, answer);
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("a="));
        assertThat(lastEntry().subject()).isEqualTo(log);
    }

    @Test
    void whatTheCallbackOfOneSessionCarriesIsWorthNothingInAnother() throws Exception {
        account("victim", Role.ADMIN, AccessScope.ALL);
        String back = back(new Caller(server), "victim");
        Caller without = new Caller(server);
        assertRefused(without, without.get(back));
        Caller other = new Caller(server);
        other.get(OUT);
        assertRefused(other, other.get(back));
    }

    @Test
    void aCodeIsTakenOnce() throws Exception {
        account("twice", Role.VIEWER, AccessScope.ALL);
        Caller caller = new Caller(server);
        String back = back(caller, "twice");
        assertThat(Caller.location(caller.get(back))).isEqualTo("/");
        assertThat(Caller.location(caller.get(back))).isEqualTo(REFUSED);
        assertThat(isIn(caller)).as("the session that began").isTrue();
        // with a state that is good
        Caller thief = new Caller(server);
        String own = back(thief, "nobody-here");
        String code = back.replaceFirst(".*code=([^&]*).*", "$1");
        assertRefused(thief, thief.get(own.replaceFirst("code=[^&]*", "code=" + code)));
    }

    private static BiFunction<JwtEncoder, JwtEncoderParameters, Jwt> saying(Consumer<Map<String, Object>> change) {
        return (keys, asked) -> keys.encode(JwtEncoderParameters.from(
                asked.getJwsHeader(),
                JwtClaimsSet.from(asked.getClaims()).claims(change).build()));
    }

    private static BiFunction<JwtEncoder, JwtEncoderParameters, Jwt> sealed(UnaryOperator<String> seal) {
        return (keys, asked) -> {
            Jwt token = keys.encode(asked);
            return Jwt.withTokenValue(seal.apply(token.getTokenValue()))
                    .headers(all -> all.putAll(token.getHeaders()))
                    .claims(all -> all.putAll(token.getClaims()))
                    .build();
        };
    }

    private static String unsigned(String token) {
        return Base64URL.encode("{\"alg\":\"none\"}") + token.substring(token.indexOf('.'), token.lastIndexOf('.') + 1);
    }

    /** With the secret that it shares with this server, as if that were its key. */
    private static String signedBySecret(String token) {
        try {
            JWSObject signed = new JWSObject(
                    new JWSHeader(JWSAlgorithm.HS256), new Payload(new Base64URL(token.split("\\.", -1)[1])));
            signed.sign(new MACSigner(IdentityPlatform.SECRET + " ".repeat(32)));
            return signed.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<Arguments> tokens() {
        JwtEncoder forger = IdentityPlatform.forger();
        BiFunction<JwtEncoder, JwtEncoderParameters, Jwt> forged = (keys, asked) -> forger.encode(asked);
        return Stream.of(
                arguments("another nonce", saying(all -> all.put("nonce", "x")), "oidc invalid_nonce"),
                arguments("no nonce", saying(all -> all.remove("nonce")), "oidc invalid_nonce"),
                arguments(
                        "another issuer",
                        saying(all -> all.put("iss", "https://elsewhere.example")),
                        "oidc invalid_id_token"),
                arguments(
                        "for another client", saying(all -> all.put("aud", List.of("other"))), "oidc invalid_id_token"),
                arguments("given to another", saying(all -> all.put("azp", "other")), "oidc invalid_id_token"),
                arguments(
                        "expired",
                        saying(all -> {
                            all.put("iat", Instant.EPOCH);
                            all.put("exp", Instant.EPOCH.plusSeconds(60));
                        }),
                        "oidc invalid_id_token"),
                arguments("no name", saying(all -> all.remove("preferred_username")), "oidc"),
                arguments("a list as name", saying(all -> all.put("preferred_username", List.of("subject"))), "oidc"),
                arguments("unsigned", sealed(SingleSignOnTest::unsigned), "oidc invalid_id_token"),
                arguments(
                        "signature cut off",
                        sealed(it -> it.substring(0, it.lastIndexOf('.') + 1)),
                        "oidc invalid_id_token"),
                arguments("signed by another", forged, "oidc invalid_id_token"),
                arguments("signed by the secret", sealed(SingleSignOnTest::signedBySecret), "oidc invalid_id_token"),
                arguments("no token", sealed(it -> "<html>"), "oidc invalid_id_token"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokens")
    void aTokenThatIsNotThePlatformsForThisSignInIsRefused(
            String what, BiFunction<JwtEncoder, JwtEncoderParameters, Jwt> signing, String log) throws Exception {
        if (server.portal().part(AccountStore.class).named("subject").isEmpty()) {
            account("subject", Role.ADMIN, AccessScope.ALL);
        }
        platform.sign(signing);
        Caller caller = new Caller(server);
        assertRefused(caller, signIn(caller, "subject"));
        assertThat(lastEntry().subject()).isEqualTo(log);
        platform.sign(JwtEncoder::encode);
        assertThat(Caller.location(signIn(caller, "subject"))).isEqualTo("/");
    }

    @Test
    void aPlatformThatIsAwayIsSaidToBeAndPasswordsGoOn() {
        Caller caller = new Caller(server);
        HttpResponse<String> answer = caller.get("/oauth2/authorization/away?to=%2Fruns");
        assertThat(Caller.location(answer)).isEqualTo("/login?away&to=%2Fruns");
        assertThat(caller.get(Caller.location(answer)).body()).contains("统一身份认证暂时无法连接");
        assertThat(Caller.location(caller.signIn(Portal.FIRST, Caller.CHOSEN))).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {OUT, BACK, "/oauth2/authorization/other", "/login/oauth2/code/other", OUT + "/x"})
    void nothingElseIsThere(String path) {
        boolean way = path.equals(OUT) || path.equals(BACK);
        for (String method : way ? List.of("HEAD", "PUT", "DELETE") : List.of("GET", "HEAD")) {
            HttpResponse<String> answer = admin.send(method, path, Optional.empty());
            assertThat(answer.statusCode()).as(method).isIn(403, 404);
        }
        assertThat(admin.post(path, Map.of()).statusCode()).isEqualTo(404);
        assertThat(new Caller(server).postBody(path, "code=x&state=x").statusCode())
                .isEqualTo(403);
    }
}
