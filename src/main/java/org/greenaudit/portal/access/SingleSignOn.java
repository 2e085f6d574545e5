package org.greenaudit.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.client.RestClient;

/**
 * Signing in at a bureau's own identity platform (OpenID Connect), beside names and passwords. The platform says who somebody is,
 * in a token that it has signed; what they may do stands in their account here, and who has none is not let in.
 */
public final class SingleSignOn {

    private static final Logger LOG = LoggerFactory.getLogger(SingleSignOn.class);

    /** Where people set out to a provider, and where they come back; a registration's id follows. */
    static final String OUT = "/oauth2/authorization/";

    static final String BACK = "/login/oauth2/code/";

    /** In the session: the page that was asked for, while its reader is at the provider. */
    private static final String WANTED = "org.greenaudit.wanted";

    /** What the log calls this way of signing in. */
    private static final String OIDC = "oidc";

    /** What a provider or whoever sends people here calls a failure may be anything. */
    private static final Pattern REASON = Pattern.compile("[a-z_]{1,60}");

    private static final int LONGEST_MESSAGE = 500;

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(10);

    /**
     * One of the ways to sign in.
     *
     * @param path where it begins
     * @param name what its provider is called; empty where it was given no name
     */
    public record Way(String path, Optional<String> name) {}

    private final IdentityProviders providers;
    private final Accounts accounts;
    private final AccessLog log;

    SingleSignOn(IdentityProviders providers, Accounts accounts, AccessLog log) {
        this.providers = providers;
        this.accounts = accounts;
        this.log = log;
    }

    /** The ways to sign in, at least one. */
    public List<Way> ways() {
        return providers.names().entrySet().stream()
                .map(named -> new Way(OUT + named.getKey(), named.getValue()))
                .toList();
    }

    /** Opens these ways. */
    void open(HttpSecurity http) throws Exception {
        Set<String> ids = providers.names().keySet();
        http.oauth2Login(login -> login.loginPage(SecurityConfiguration.SIGN_IN)
                .clientRegistrationRepository(providers)
                .authorizedClientRepository(new NoClients())
                .authorizationEndpoint(out -> out.authorizationRequestResolver(new WayOut(providers, paths(OUT, ids))))
                .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(tokens()))
                // what the token itself says, and nothing that is asked for later
                .userInfoEndpoint(
                        user -> user.oidcUserService(request -> new DefaultOidcUser(List.of(), request.getIdToken())))
                .successHandler(this::letIn)
                .failureHandler(this::refused)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2LoginAuthenticationFilter>() {
                    @Override
                    public <O extends OAuth2LoginAuthenticationFilter> O postProcess(O filter) {
                        Set<String> back = paths(BACK, ids);
                        filter.setRequiresAuthenticationRequestMatcher(request -> leads(request, back));
                        filter.setAuthenticationResultConverter(SingleSignOn.this::visitor);
                        return filter;
                    }
                })
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                        filter.setAuthenticationFailureHandler(SingleSignOn::away);
                        return filter;
                    }
                }));
    }

    private static Set<String> paths(String before, Set<String> ids) {
        return ids.stream().map(before::concat).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean leads(HttpServletRequest request, Set<String> paths) {
        return HttpMethod.GET.matches(request.getMethod()) && paths.contains(request.getServletPath());
    }

    /** As Spring Security's own, which waits for ever. */
    private static RestClientAuthorizationCodeTokenResponseClient tokens() {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT).build());
        requests.setReadTimeout(READ);
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    /** Whom a provider has sent, as one of this server's own visitors. */
    private OAuth2AuthenticationToken visitor(OAuth2LoginAuthenticationToken sent) {
        ClientRegistration provider = sent.getClientRegistration();
        Map<String, Object> said = ((OidcUser) sent.getPrincipal()).getIdToken().getClaims();
        Object claim =
                said.get(provider.getProviderDetails().getUserInfoEndpoint().getUserNameAttributeName());
        String name = claim instanceof String text ? text : "";
        Visitor visitor = accounts.vouchedFor(name, SecurityConfiguration.address(sent))
                .map(account -> new Visitor(account, true))
                .orElseThrow(() -> UsernameNotFoundException.fromUsername(name));
        return new OAuth2AuthenticationToken(visitor, visitor.getAuthorities(), provider.getRegistrationId());
    }

    private void letIn(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        String provider = ((OAuth2AuthenticationToken) who).getAuthorizedClientRegistrationId();
        log.add(who.getName(), request.getRemoteAddr(), AccessLog.Action.SIGN_IN, OIDC + " " + provider, true);
        response.sendRedirect(wanted(request).orElse("/"));
    }

    private void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String name = failure instanceof UsernameNotFoundException unknown ? String.valueOf(unknown.getName()) : "";
        String reason = failure instanceof OAuth2AuthenticationException told
                ? Optional.ofNullable(told.getError().getErrorCode())
                        .filter(code -> REASON.matcher(code).matches())
                        .map(" "::concat)
                        .orElse("")
                : "";
        Optional.ofNullable(failure.getCause()).ifPresent(cause -> LOG.warn("single sign-on failed: {}", said(cause)));
        log.add(name, request.getRemoteAddr(), AccessLog.Action.SIGN_IN, OIDC + reason, false);
        response.sendRedirect(SecurityConfiguration.signIn("sso", wanted(request)));
    }

    /** Enough to see what is set wrong; a provider may answer with whole pages. */
    private static String said(Throwable cause) {
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
    }

    private static void away(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.sendRedirect(SecurityConfiguration.signIn("away", SecurityConfiguration.wanted(request)));
    }

    private static Optional<String> wanted(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        Optional<String> wanted = Optional.ofNullable((String) session.getAttribute(WANTED));
        session.removeAttribute(WANTED);
        return wanted;
    }

    /** Sends people out to a provider, and keeps the page that they asked for. */
    private static final class WayOut implements OAuth2AuthorizationRequestResolver {

        private final DefaultOAuth2AuthorizationRequestResolver requests;
        private final Set<String> paths;

        WayOut(IdentityProviders providers, Set<String> paths) {
            this.requests = new DefaultOAuth2AuthorizationRequestResolver(providers);
            this.paths = paths;
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            if (!leads(request, paths)) {
                return null;
            }
            OAuth2AuthorizationRequest out = requests.resolve(request);
            request.getSession()
                    .setAttribute(WANTED, SecurityConfiguration.wanted(request).orElse(null));
            return out;
        }

        /** Nothing is asked of a provider later on. */
        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String id) {
            return null;
        }
    }

    /** Keeps none of a provider's tokens: nothing is asked of it in anybody's name. */
    private static final class NoClients implements OAuth2AuthorizedClientRepository {

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals")
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String id, Authentication who, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication who,
                HttpServletRequest request,
                HttpServletResponse response) {
            // the account here says what somebody may do
        }

        @Override
        public void removeAuthorizedClient(
                String id, Authentication who, HttpServletRequest request, HttpServletResponse response) {
            // there is none
        }
    }
}
