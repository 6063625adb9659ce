/**
 * The bottom room: what text may be, how a refusal of it is reported, and where the words for people come from. Every
 * noun may look down here; nothing here looks up.
 */
@NullMarked
package dev.badgr.text;

import org.jspecify.annotations.NullMarked;
