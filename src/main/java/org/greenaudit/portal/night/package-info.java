/** The nights of the jobs that a server looks after: when they are due, and which server runs them. */
@org.jspecify.annotations.NullMarked
package org.greenaudit.portal.night;
