/** What a person agreed to and when: {@link dev.badgr.terms.TermsConsent} and {@link dev.badgr.terms.MarketingConsent}. */
@NullMarked
package dev.badgr.terms;

import org.jspecify.annotations.NullMarked;
