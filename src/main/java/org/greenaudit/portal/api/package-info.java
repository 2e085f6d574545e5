/** The HTTP API: what the pages show and do, for programs with a token. Nothing is judged or looked up here but through the desk. */
@org.jspecify.annotations.NullMarked
package org.greenaudit.portal.api;
