package org.greenaudit.portal.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.oauth2.client.autoconfigure.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.AbstractUserDetailsAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/** How visitors sign in, and what every answer says to a browser. Who may reach what is {@link AccessGate}'s affair. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class SecurityConfiguration {

    static final String SIGN_IN = "/login";
    static final String TO = "to";

    /** An address of this server: a browser takes two slashes, of either kind, for the name of another. */
    private static final Pattern HERE = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,2000}");

    private static final String BEARER = "Bearer ";

    /** An account has so many sessions at most; one more ends the one that was used least lately. */
    private static final int MOST_SESSIONS = 5;

    @Bean
    PasswordEncoder passwords() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    AccountStore accountStore(JdbcTemplate jdbc) {
        return new AccountStore(jdbc);
    }

    @Bean
    Accounts accounts(AccountStore store, PasswordEncoder passwords, SessionRegistry sessions, Clock clock) {
        return new Accounts(store, passwords, new Sessions(sessions), clock);
    }

    @Bean
    AccessLog accessLog(JdbcTemplate jdbc, Clock clock) {
        return new AccessLog(jdbc, clock);
    }

    @Bean
    AccessGate accessGate(Accounts accounts, AccessLog log) {
        return new AccessGate(accounts, log);
    }

    @Bean
    SessionRegistry sessions() {
        return new SessionRegistryImpl();
    }

    /** Tells the registry which sessions have ended. */
    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> answerHeaders() {
        return server -> server.addEngineValves(new AnswerHeaders());
    }

    @Bean
    @ConditionalOnOAuth2ClientRegistrationProperties
    IdentityProviders identityProviders(Environment environment) {
        return new IdentityProviders(environment);
    }

    @Bean
    @ConditionalOnOAuth2ClientRegistrationProperties
    SingleSignOn singleSignOn(IdentityProviders providers, Accounts accounts, AccessLog log) {
        return new SingleSignOn(providers, accounts, log);
    }

    /** Behind the filter that knows how forms are encoded, before the first that reads one. */
    @Bean
    FilterRegistrationBean<FormLimit> formLimit() {
        FilterRegistrationBean<FormLimit> limit =
                new FilterRegistrationBean<>(new FormLimit(UploadGate.PATHS.keySet()));
        limit.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return limit;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit() {
        FilterRegistrationBean<BodyLimit> limit = new FilterRegistrationBean<>(new BodyLimit());
        limit.addUrlPatterns("/api/*");
        limit.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return limit;
    }

    /** Health and metrics, which are bound to this machine. */
    @Bean
    @Order(0)
    SecurityFilterChain watchers(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Programs: a token in each request, no session, and so nothing that another site could make a browser send. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, Accounts accounts) throws Exception {
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(refused -> refused.authenticationEntryPoint((request, response, why) -> {
                    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BEARER.strip());
                    response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
                }))
                .addFilterBefore(new TokenFilter(accounts), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    /** People: a session in a browser. */
    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http,
            Accounts accounts,
            AccessLog log,
            SessionRegistry sessions,
            Optional<SingleSignOn> singleSignOn)
            throws Exception {
        if (singleSignOn.isPresent()) {
            singleSignOn.get().open(http);
        }
        return http.authenticationProvider(provider(accounts))
                .addFilterBefore(new UploadGate(accounts, log), CsrfFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(SIGN_IN, "/assets/**", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .successHandler((request, response, who) -> {
                            log.add(who.getName(), request.getRemoteAddr(), AccessLog.Action.SIGN_IN, "", true);
                            response.sendRedirect(wanted(request).orElse("/"));
                        })
                        .failureHandler((request, response, failure) -> {
                            String name = Optional.ofNullable(request.getParameter("username"))
                                    .orElse("");
                            log.add(name, request.getRemoteAddr(), AccessLog.Action.SIGN_IN, "", false);
                            response.sendRedirect(signIn("refused", wanted(request)));
                        }))
                .logout(out -> out.logoutSuccessHandler((request, response, who) -> {
                    if (who != null) {
                        log.add(who.getName(), request.getRemoteAddr(), AccessLog.Action.SIGN_OUT, "", true);
                    }
                    response.sendRedirect(SIGN_IN + "?out");
                }))
                .sessionManagement(
                        management -> management.sessionConcurrency(limit -> limit.maximumSessions(MOST_SESSIONS)
                                .sessionRegistry(sessions)
                                .expiredUrl(SIGN_IN)))
                // the page that was asked for too early goes along: kept, it would cost a session for each such request
                .requestCache(RequestCacheConfigurer::disable)
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, why) -> response.sendRedirect(signIn("", asked(request))))
                        .accessDeniedHandler((request, response, why) -> {
                            boolean ended =
                                    request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
                            if (why instanceof CsrfException && ended) {
                                response.sendRedirect(signIn("expired", Optional.empty()));
                            } else {
                                Optional.ofNullable(SecurityContextHolder.getContext()
                                                .getAuthentication())
                                        .ifPresent(who -> log.add(
                                                who.getName(),
                                                request.getRemoteAddr(),
                                                AccessLog.Action.REFUSED,
                                                request.getMethod() + " " + request.getRequestURI(),
                                                false));
                                response.sendError(HttpStatus.FORBIDDEN.value());
                            }
                        }))
                .build();
    }

    /** The page that somebody asked for who has to sign in first; empty where it is none to come back to. */
    static Optional<String> asked(HttpServletRequest request) {
        String query = request.getQueryString();
        return HttpMethod.GET.matches(request.getMethod())
                        && !request.getRequestURI().equals("/")
                ? Optional.of(request.getRequestURI() + (query == null ? "" : "?" + query))
                : Optional.empty();
    }

    /** The page of this server that a form of signing in carries along; never one elsewhere. */
    public static Optional<String> wanted(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(TO))
                .filter(to -> HERE.matcher(to).matches());
    }

    static String signIn(String why, Optional<String> to) {
        UriComponentsBuilder page = UriComponentsBuilder.fromPath(SIGN_IN);
        if (!why.isEmpty()) {
            page.queryParam(why);
        }
        to.ifPresent(address -> page.queryParam(TO, "{to}"));
        return page.encode().buildAndExpand(to.orElse("")).toUriString();
    }

    private static AuthenticationProvider provider(Accounts accounts) {
        return new AbstractUserDetailsAuthenticationProvider() {
            @Override
            protected void additionalAuthenticationChecks(UserDetails user, UsernamePasswordAuthenticationToken given) {
                // the password was looked at when the user was retrieved
            }

            @Override
            protected UserDetails retrieveUser(String name, UsernamePasswordAuthenticationToken given) {
                String password = String.valueOf(given.getCredentials());
                return accounts.signIn(name, password, address(given))
                        .map(Visitor::new)
                        .orElseThrow(() -> new BadCredentialsException("refused"));
            }
        };
    }

    /** Where a request to sign in comes from. */
    static String address(Authentication given) {
        return given.getDetails() instanceof WebAuthenticationDetails from ? from.getRemoteAddress() : "";
    }

    /** Takes a request with a token for that of its account. */
    private static final class TokenFilter extends OncePerRequestFilter {

        private final Accounts accounts;

        TokenFilter(Accounts accounts) {
            this.accounts = accounts;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
                throws ServletException, IOException {
            String header = request.getHeader(HttpHeaders.AUTHORIZATION);
            if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
                accounts.withToken(header.substring(BEARER.length()))
                        .map(Visitor::new)
                        .ifPresent(visitor -> {
                            SecurityContext context = SecurityContextHolder.createEmptyContext();
                            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                                    visitor, null, visitor.getAuthorities()));
                            SecurityContextHolder.setContext(context);
                        });
            }
            next.doFilter(request, response);
        }
    }
}
