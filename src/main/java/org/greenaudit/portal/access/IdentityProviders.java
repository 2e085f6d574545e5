package org.greenaudit.portal.access;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.greenaudit.message.Text;
import org.greenaudit.message.UsageException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.util.StringUtils;

/**
 * The providers of single sign-on that Spring Boot's settings name. Each is asked for its addresses and keys when somebody first
 * comes to sign in there, so that one that is away keeps neither the server from starting nor anybody from their password.
 */
final class IdentityProviders implements ClientRegistrationRepository {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityProviders.class);

    private static final String SETTINGS = "spring.security.oauth2.client";

    /** With {@code {action}} in the place of "login", whoever asks would say where the provider sends people back to. */
    private static final String BACK = "{baseUrl}" + SingleSignOn.BACK + "{registrationId}";

    /** Who can change what a provider says on its way can be anybody; on this machine there is no way. */
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Map<String, Asked> providers = new TreeMap<>();

    /**
     * The providers of the settings.
     *
     * @throws UsageException when a setting is missing or unsafe: each must be an OpenID Connect provider that is known by its
     *     issuer
     */
    IdentityProviders(Environment environment) {
        OAuth2ClientProperties settings = Binder.get(environment).bindOrCreate(SETTINGS, OAuth2ClientProperties.class);
        List<Text> problems = new ArrayList<>();
        settings.getRegistration().forEach((id, registration) -> {
            String providerId = Optional.ofNullable(registration.getProvider()).orElse(id);
            OAuth2ClientProperties.Provider provider =
                    settings.getProvider().computeIfAbsent(providerId, unset -> new OAuth2ClientProperties.Provider());
            problems.addAll(problems(
                    SETTINGS + ".registration." + id, registration, SETTINGS + ".provider." + providerId, provider));
            complete(registration, provider);
            OAuth2ClientProperties one = new OAuth2ClientProperties();
            one.getRegistration().put(id, registration);
            one.getProvider().put(providerId, provider);
            providers.put(id, new Asked(id, one));
        });
        if (!problems.isEmpty()) {
            throw new UsageException(problems);
        }
    }

    private static List<Text> problems(
            String registrationName,
            OAuth2ClientProperties.Registration registration,
            String providerName,
            OAuth2ClientProperties.Provider provider) {
        List<Text> problems = new ArrayList<>();
        if (!StringUtils.hasText(registration.getClientId())) {
            problems.add(Text.of("portal.sso.missing", registrationName + ".client-id"));
        }
        Set<String> scopes = registration.getScope();
        if (scopes != null && !scopes.contains(OidcScopes.OPENID)) {
            problems.add(Text.of("portal.sso.scope", registrationName + ".scope", String.join(",", scopes)));
        }
        String issuer = provider.getIssuerUri();
        if (!StringUtils.hasText(issuer)) {
            problems.add(Text.of("portal.sso.missing", providerName + ".issuer-uri"));
        } else if (!isSafe(issuer)) {
            problems.add(Text.of("portal.sso.issuer", providerName + ".issuer-uri", issuer));
        }
        return problems;
    }

    private static boolean isSafe(String issuer) {
        try {
            URI uri = URI.create(issuer);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost())));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What need not be said. */
    private static void complete(
            OAuth2ClientProperties.Registration registration, OAuth2ClientProperties.Provider provider) {
        if (registration.getScope() == null) {
            registration.setScope(new LinkedHashSet<>(List.of(OidcScopes.OPENID, OidcScopes.PROFILE)));
        }
        if (registration.getRedirectUri() == null) {
            registration.setRedirectUri(BACK);
        }
        if (provider.getUserNameAttribute() == null) {
            provider.setUserNameAttribute(StandardClaimNames.PREFERRED_USERNAME);
        }
    }

    /** The registrations' ids, each with the name that it was given for people; empty where it has none. */
    Map<String, Optional<String>> names() {
        Map<String, Optional<String>> names = new TreeMap<>();
        providers.forEach((id, asked) -> names.put(id, asked.name()));
        return names;
    }

    /**
     * A registration of that id.
     *
     * @throws RuntimeException when its provider cannot be asked, or is just being asked
     */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        Asked asked = providers.get(id);
        return asked == null ? null : asked.registration();
    }

    /** A provider that is asked once. */
    private static final class Asked {

        private final String id;
        private final OAuth2ClientProperties settings;
        private final Lock asking = new ReentrantLock();
        private volatile @Nullable ClientRegistration known;

        Asked(String id, OAuth2ClientProperties settings) {
            this.id = id;
            this.settings = settings;
        }

        Optional<String> name() {
            return settings.getRegistration().values().stream()
                    .map(OAuth2ClientProperties.Registration::getClientName)
                    .filter(StringUtils::hasText)
                    .findFirst();
        }

        ClientRegistration registration() {
            ClientRegistration registration = known;
            // one that does not answer holds up one request, and not each that comes
            if (registration != null) {
                return registration;
            }
            if (!asking.tryLock()) {
                throw new IllegalStateException("the provider of " + id + " is being asked");
            }
            try {
                registration = new OAuth2ClientPropertiesMapper(settings)
                        .asClientRegistrations()
                        .values()
                        .iterator()
                        .next();
                known = registration;
                return registration;
            } catch (RuntimeException e) {
                LOG.warn("the provider of single sign-on {} cannot be asked", id, e);
                throw e;
            } finally {
                asking.unlock();
            }
        }
    }
}
