/** Keys and signatures: JWS (RFC 7515), JWK (RFC 7517), multikeys and DIDs, on the JDK's own cryptography. */
@NullMarked
package dev.badgr.openbadges.jose;

import org.jspecify.annotations.NullMarked;
