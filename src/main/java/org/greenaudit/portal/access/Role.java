package org.greenaudit.portal.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an account is for. Who starts audits does not decide about what they find, and the other way round. */
public enum Role {
    /** Reads. */
    VIEWER(EnumSet.of(Permission.READ)),
    /** Reads and decides. */
    AUDITOR(EnumSet.of(Permission.READ, Permission.DECIDE)),
    /** Reads, starts audits and brings files. */
    OPERATOR(EnumSet.of(Permission.READ, Permission.OPERATE)),
    /** Everything, accounts too. */
    ADMIN(EnumSet.allOf(Permission.class));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = permissions;
    }

    /** Whether it may do that. */
    public boolean may(Permission permission) {
        return permission == Permission.NONE || permission == Permission.ACCOUNT || permissions.contains(permission);
    }

    /** The name in forms, the database and the API: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that name. */
    public static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
    }
}
