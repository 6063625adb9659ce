package dev.badgr.text;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text in one language with gaps, to be filled as plain text or as HTML. Values that run in the other direction, such as an
 * address in Arabic text, are isolated, so that they do not mix with their surroundings; one that has a line for itself is not,
 * so that it can be copied. Immutable.
 */
public final class Phrase {
    /** With what stands before and after it, if that is nothing but blanks. */
    private static final Pattern GAP = Pattern.compile("(?m)(^ *)?\\{(\\w+)}( *$)?");

    private static final Set<String> TIMES = Set.of("at", "until");
    private static final Set<String> SECRETS = Set.of("code", "link");

    private final String template;
    private final Locale locale;
    private final Direction direction;
    private final Times times;

    Phrase(String template, Locale locale, ZoneId zone) {
        this(template, locale, Direction.of(locale), new Times(locale, zone));
    }

    private Phrase(String template, Locale locale, Direction direction, Times times) {
        this.template = template;
        this.locale = locale;
        this.direction = direction;
        this.times = times;
    }

    /** The language it is in. */
    public Locale locale() {
        return locale;
    }

    /** Whether that is written from right to left. */
    public boolean isRightToLeft() {
        return direction == Direction.RIGHT_TO_LEFT;
    }

    /** With its gaps: names in braces. */
    public String template() {
        return template;
    }

    /** Another text, or a part of this one, in the same language. */
    public Phrase with(String otherTemplate) {
        return new Phrase(otherTemplate, locale, direction, times);
    }

    /** The names of its gaps. */
    public Set<String> gaps() {
        return GAP.matcher(template).results().map(gap -> gap.group(2)).collect(Collectors.toSet());
    }

    /** Whether it has the gaps for a code or link that the other has: a mail without its code is worse than none. */
    public boolean keepsSecretOf(Phrase other) {
        return other.gaps().stream().filter(SECRETS::contains).allMatch(gaps()::contains);
    }

    /** As plain text; a gap without a value stays. */
    public String plain(Map<String, String> values) {
        return fill(template, values, direction::isolatedText, value -> value);
    }

    /** As HTML: whatever is in it is text. */
    public String html(Map<String, String> values) {
        return fill(Html.escape(template), values, direction::isolatedHtml, direction::isolatedHtml);
    }

    /** In one pass: what a value brings along is never taken for a placeholder itself. */
    private String fill(
            String text, Map<String, String> values, UnaryOperator<String> among, UnaryOperator<String> alone) {
        return GAP.matcher(text)
                .replaceAll(gap -> Matcher.quoteReplacement(value(gap.group(2), values)
                        .map(value -> isAlone(gap) ? around(gap, alone.apply(value)) : around(gap, among.apply(value)))
                        .orElse(gap.group())));
    }

    private Optional<String> value(String name, Map<String, String> values) {
        Optional<String> value = Optional.ofNullable(values.get(name));
        return TIMES.contains(name) ? value.map(times::told) : value;
    }

    private static boolean isAlone(MatchResult gap) {
        return gap.group(1) != null && gap.group(3) != null;
    }

    private static String around(MatchResult gap, String value) {
        return (gap.group(1) == null ? "" : gap.group(1)) + value + (gap.group(3) == null ? "" : gap.group(3));
    }
}
