/** What one is told, how one wants to be told, and a team's webhooks: pages and routes. */
@NullMarked
package org.probatum.notification.web;

import org.jspecify.annotations.NullMarked;
