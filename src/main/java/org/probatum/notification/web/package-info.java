/** What one is told, how one wants to be told, and a team's webhooks: pages and routes. */
@org.jspecify.annotations.NullMarked
package org.probatum.notification.web;
