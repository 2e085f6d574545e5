/** Who may see and do what through the pages: accounts, roles, the part of the country each is limited to, and their log. */
@org.jspecify.annotations.NullMarked
package org.greenaudit.portal.access;
