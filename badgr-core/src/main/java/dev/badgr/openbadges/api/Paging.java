package dev.badgr.openbadges.api;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for (Open Badges 2.1, 3.3; 3.0, 6.4).
 *
 * @param limit how many at most; 1 to 100
 * @param offset how many come before
 * @param since only what was made or changed after that
 */
public record Paging(int limit, int offset, Optional<Instant> since) {
    /** The most that a page has, and what it has if nobody says. */
    public static final int MOST = 100;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final int LONGEST_TIME = 40;

    public Paging {
        if (limit < 1 || limit > MOST || offset < 0) {
            throw new IllegalArgumentException("paging: 1 to " + MOST + " from 0 on");
        }
        Objects.requireNonNull(since, "since");
    }

    /**
     * Reads the parameters of a query; a greater limit than {@link #MOST} is that.
     *
     * @return empty if one of them is none: answer with 400
     */
    public static Optional<Paging> parse(@Nullable String limit, @Nullable String offset, @Nullable String since) {
        Optional<Integer> most = number(limit, MOST);
        Optional<Integer> first = number(offset, 0);
        if (most.isEmpty() || most.get() < 1 || first.isEmpty()) {
            return Optional.empty();
        }
        int bounded = Math.min(most.get(), MOST);
        if (since == null) {
            return Optional.of(new Paging(bounded, first.get(), Optional.empty()));
        }
        return time(since).map(time -> new Paging(bounded, first.get(), Optional.of(time)));
    }

    /**
     * The {@code Link} header (RFC 8288) of a page: always the first and the last one, and its neighbours.
     *
     * @param endpoint the URL without a query
     * @param total how many there are in all, the {@code X-Total-Count}
     */
    public String link(URI endpoint, long total) {
        long last = total <= limit ? 0 : (total - 1) / limit * limit;
        StringJoiner links = new StringJoiner(", ");
        if (offset + (long) limit < total) {
            links.add(link(endpoint, offset + (long) limit, "next"));
        }
        links.add(link(endpoint, last, "last"));
        links.add(link(endpoint, 0, "first"));
        if (offset > 0) {
            links.add(link(endpoint, Math.max(0, offset - limit), "prev"));
        }
        return links.toString();
    }

    private String link(URI endpoint, long from, String relation) {
        String after = since.map(time -> "&since=" + time).orElse("");
        return "<" + endpoint + "?limit=" + limit + "&offset=" + from + after + ">; rel=\"" + relation + "\"";
    }

    private static Optional<Integer> number(@Nullable String text, int otherwise) {
        if (text == null) {
            return Optional.of(otherwise);
        }
        return NUMBER.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<Instant> time(String text) {
        try {
            return text.length() > LONGEST_TIME
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
