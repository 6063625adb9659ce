/**
 * Badges in pictures: taken out of PNG and SVG and baked into them without a change to the picture, and what is asked of any picture
 * before it is shown. No picture is ever decoded.
 */
@NullMarked
package dev.badgr.openbadges.image;

import org.jspecify.annotations.NullMarked;
