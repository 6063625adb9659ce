/**
 * What travels between a host and other Backpacks: the payloads and the paging of Badge Connect (Open Badges 2.1) and of the Open Badges
 * 3.0 API, for the host's own controllers. Transport and OAuth are the host's.
 */
@NullMarked
package dev.badgr.openbadges.api;

import org.jspecify.annotations.NullMarked;
