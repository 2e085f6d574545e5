package org.greenaudit.portal.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.oauth2.core.user.OAuth2User;

/**
 * Who makes a request, as Spring Security knows them. Two sessions of one account are of the same visitor.
 *
 * @param account the account as it was when the session began
 * @param vouched whether a {@link SingleSignOn} says who they are, and no password
 */
public record Visitor(Account account, boolean vouched) implements UserDetails, OAuth2User {

    /** Who came with a password or a token. */
    Visitor(Account account) {
        this(account, false);
    }

    /** The account as it is now, for this visitor: who came without a password need not change it. */
    Account at(Account now) {
        return vouched ? now.withOwnPassword() : now;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + account.role().name()));
    }

    /** Never kept in a session. */
    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getUsername() {
        return account.name();
    }

    @Override
    public String getName() {
        return getUsername();
    }

    /** What a provider says of somebody is not kept. */
    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Visitor visitor && visitor.account.id() == account.id();
    }

    @Override
    public int hashCode() {
        return Long.hashCode(account.id());
    }
}
