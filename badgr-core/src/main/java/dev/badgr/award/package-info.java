/**
 * What is awarded: a {@link dev.badgr.award.Badge}, defined once by its {@link dev.badgr.award.Issuer}, and an
 * {@link dev.badgr.award.Award} of it to an address. Pure.
 */
@NullMarked
package dev.badgr.award;

import org.jspecify.annotations.NullMarked;
