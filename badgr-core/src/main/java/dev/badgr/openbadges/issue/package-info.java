/**
 * Open Badges written and signed: the host as an issuer ({@link dev.badgr.openbadges.issue.IssuerIdentity}), what it signs with
 * ({@link dev.badgr.openbadges.issue.CredentialSigner}), and the documents that it serves. Hosts mostly ask {@code badgr.credentials()} for them.
 */
@NullMarked
package dev.badgr.openbadges.issue;

import org.jspecify.annotations.NullMarked;
