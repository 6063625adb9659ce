/**
 * The main job, to be watched or done by hand: {@link dev.badgr.examples.walkthrough.Walkthrough} starts a database and takes a
 * person through her whole journey with badges. Each class named after a scene is host code against badgr's public API; the
 * rest ({@code Story}, {@code Prompt}, {@code MailBox}, ...) stands for the pages, the browser and the mail server.
 */
@NullMarked
package dev.badgr.examples.walkthrough;

import org.jspecify.annotations.NullMarked;
