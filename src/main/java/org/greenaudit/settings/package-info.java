/**
 * How settings are read: a section of a YAML file, a password from a variable or a file, and the failure that names
 * everything that is wrong. Knows no key of any file.
 */
@org.jspecify.annotations.NullMarked
package org.greenaudit.settings;
