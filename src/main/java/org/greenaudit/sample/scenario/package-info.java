/**
 * The situations that a generated feed shows, each with the verdicts that the audit must find. Everything is fictional.
 * No files are written here.
 */
@org.jspecify.annotations.NullMarked
package org.greenaudit.sample.scenario;
