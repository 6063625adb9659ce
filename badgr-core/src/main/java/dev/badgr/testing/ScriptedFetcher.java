package dev.badgr.testing;

import dev.badgr.openbadges.Fetched;
import dev.badgr.openbadges.Fetcher;
import dev.badgr.text.Bytes;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** A web that a test makes up: documents by their URL or by the beginning of it, and 404 for everything else. Safe for use by many threads. */
public final class ScriptedFetcher implements Fetcher {
    private final Map<URI, Fetched> answers = new LinkedHashMap<>();
    private final Map<String, Function<String, Optional<Bytes>>> places = new LinkedHashMap<>();
    private final List<URI> asked = new ArrayList<>();

    /** A new one, where everything is missing. */
    public ScriptedFetcher() {}

    /** Has this JSON at that URL from now on. */
    public ScriptedFetcher with(String location, String json) {
        URI place = URI.create(location);
        return with(location, new Fetched.Document(place, Optional.of("application/json"), Bytes.of(json)));
    }

    /** Gives that answer for that URL from now on, such as {@code new Fetched.Missing(410)}. */
    public synchronized ScriptedFetcher with(String location, Fetched answer) {
        answers.put(URI.create(location), Objects.requireNonNull(answer, "answer"));
        return this;
    }

    /**
     * Asks somewhere for every URL that begins so and has no answer of its own; of several beginnings the longest counts.
     *
     * @param beginning of a URL, such as {@code https://plp.example/badges/}
     * @param place gets what follows the beginning, and may have a document for it; it is 404 otherwise
     */
    public synchronized ScriptedFetcher under(String beginning, Function<String, Optional<Bytes>> place) {
        places.put(Objects.requireNonNull(beginning, "beginning"), Objects.requireNonNull(place, "place"));
        return this;
    }

    @Override
    public synchronized Fetched fetch(URI location) {
        asked.add(location);
        Fetched answer = answers.get(location);
        return answer != null ? answer : fromPlace(location).orElseGet(() -> new Fetched.Missing(404));
    }

    /** What was asked for, in order. */
    public synchronized List<URI> asked() {
        return List.copyOf(asked);
    }

    private Optional<Fetched> fromPlace(URI location) {
        String text = location.toString();
        return places.keySet().stream()
                .filter(text::startsWith)
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .flatMap(beginning ->
                        Objects.requireNonNull(places.get(beginning)).apply(text.substring(beginning.length())))
                .map(content -> new Fetched.Document(location, Optional.empty(), content));
    }
}
