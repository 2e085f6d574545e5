package org.greenaudit.portal.access;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * Who makes a request, as Spring Security knows them. Two sessions of one account are of the same visitor.
 *
 * @param account the account as it was when the session began
 */
public record Visitor(Account account) implements UserDetails {

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
    public boolean equals(Object other) {
        return other instanceof Visitor visitor && visitor.account.id() == account.id();
    }

    @Override
    public int hashCode() {
        return Long.hashCode(account.id());
    }
}
