package org.greenaudit.portal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.greenaudit.message.Text;
import org.greenaudit.message.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What may be set for single sign-on, and that nobody is asked before somebody comes. */
class IdentityProvidersTest {

    private static final String PREFIX = "SPRING_SECURITY_OAUTH2_CLIENT_";
    private static final String CLIENT = PREFIX + "REGISTRATION_CITY_CLIENT_ID";
    private static final String SCOPE = PREFIX + "REGISTRATION_CITY_SCOPE";
    private static final String PROVIDER = PREFIX + "REGISTRATION_CITY_PROVIDER";
    private static final String ISSUER = PREFIX + "PROVIDER_CITY_ISSUER_URI";
    private static final String SAFE = "https://sso.city.example/realms/staff";

    private static IdentityProviders providers(Map<String, String> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new HashMap<>(variables)));
        return new IdentityProviders(environment);
    }

    @Test
    void twoVariablesAreEnough() {
        IdentityProviders providers = providers(Map.of(CLIENT, "greenaudit", ISSUER, SAFE));
        assertThat(providers.names()).isEqualTo(Map.of("city", Optional.empty()));
        assertThat(providers.findByRegistrationId("other")).isNull();
    }

    @Test
    void aProviderHasTheNameThatIsSet() {
        IdentityProviders providers =
                providers(Map.of(CLIENT, "greenaudit", ISSUER, SAFE, PREFIX + "REGISTRATION_CITY_CLIENT_NAME", "赣政通"));
        assertThat(providers.names()).isEqualTo(Map.of("city", Optional.of("赣政通")));
    }

    static Stream<Arguments> mistakes() {
        String registration = "spring.security.oauth2.client.registration.city";
        String provider = "spring.security.oauth2.client.provider.city.issuer-uri";
        return Stream.of(
                arguments(Map.of(CLIENT, "greenaudit"), List.of(Text.of("portal.sso.missing", provider))),
                arguments(Map.of(CLIENT, "greenaudit", ISSUER, ""), List.of(Text.of("portal.sso.missing", provider))),
                arguments(
                        Map.of(CLIENT, "", ISSUER, SAFE),
                        List.of(Text.of("portal.sso.missing", registration + ".client-id"))),
                arguments(
                        Map.of(CLIENT, "", ISSUER, ""),
                        List.of(
                                Text.of("portal.sso.missing", registration + ".client-id"),
                                Text.of("portal.sso.missing", provider))),
                arguments(
                        Map.of(CLIENT, "greenaudit", ISSUER, SAFE, SCOPE, "profile,email"),
                        List.of(Text.of("portal.sso.scope", registration + ".scope", "profile,email"))),
                // known to Spring, but by no token that it signs
                arguments(
                        Map.of(CLIENT, "greenaudit", PROVIDER, "github"),
                        List.of(Text.of(
                                "portal.sso.missing", "spring.security.oauth2.client.provider.github.issuer-uri"))));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsSaidByTheNameOfItsSetting(Map<String, String> variables, List<Text> problems) {
        assertThatThrownBy(() -> providers(variables))
                .isInstanceOfSatisfying(
                        UsageException.class, e -> assertThat(e.texts()).isEqualTo(problems));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sso.city.example/",
                "http://localhost.city.example/",
                "http://127.0.0.1.city.example/",
                "http://localhost@city.example/",
                "ftp://127.0.0.1/",
                "sso.city.example",
                "https:///",
                "https://a b/"
            })
    void whoCanBeChangedOnTheWayIsNotBelieved(String issuer) {
        assertThatThrownBy(() -> providers(Map.of(CLIENT, "greenaudit", ISSUER, issuer)))
                .isInstanceOfSatisfying(
                        UsageException.class,
                        e -> assertThat(e.texts()).extracting(Text::key).containsExactly("portal.sso.issuer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {SAFE, "http://localhost:8080/realms/staff", "http://127.0.0.1", "http://[::1]:8080"})
    void whoCannotIs(String issuer) {
        assertThat(providers(Map.of(CLIENT, "greenaudit", ISSUER, issuer)).names())
                .containsKey("city");
    }

    @Test
    void aProviderThatDoesNotAnswerHoldsUpOneRequestAlone() throws IOException {
        IdentityProviders providers;
        CompletableFuture<?> first;
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            providers = providers(Map.of(CLIENT, "greenaudit", ISSUER, "http://127.0.0.1:" + silent.getLocalPort()));
            first = CompletableFuture.runAsync(() -> providers.findByRegistrationId("city"));
            try (Socket asked = silent.accept()) {
                assertThat(asked.isConnected()).isTrue();
                assertThatThrownBy(() -> providers.findByRegistrationId("city")).hasMessageContaining("is being asked");
                assertThat(first).isNotDone();
            }
        }
        assertThatThrownBy(first::join).hasRootCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> providers.findByRegistrationId("city"))
                .as("asked anew")
                .hasRootCauseInstanceOf(IOException.class);
    }
}
