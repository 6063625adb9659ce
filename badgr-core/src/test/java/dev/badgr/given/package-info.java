/** What properties are tried with: what could be typed, and on which machines. */
package dev.badgr.given;
